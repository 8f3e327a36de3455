/** Whole scans of real files: what is found where, what is a gap, and that threads and order change nothing. */
import { execFileSync } from 'node:child_process';
import { closeSync, chmodSync, ftruncateSync, openSync, rmSync, symlinkSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import { describe, expect, test, vi } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Threads } from '../src/threads.ts';
import type { Report, ScanSettings } from '../src/types.ts';
import { UserError } from '../src/user-error.ts';
import { runIn } from './fake-terminal.ts';
import { git, put, repository, stage } from './scan-stage.ts';

const secret = expand('<key64:scan.secret>').text;
const leak = `const binanceSecretKey = '${secret}';\n`;

/** Real threads, from sources. */
const threads: Threads = {
  entry: new URL('../src/worker.ts', import.meta.url),
  execArgv: ['--import', new URL('scan-loader.mjs', import.meta.url).href],
  from: 100,
};

function settingsFor(cwd: string, more: Partial<ScanSettings> = {}): ScanSettings {
  return {
    cwd,
    paths: [],
    includeIgnored: false,
    source: { kind: 'disk' },
    jobs: 1,
    noIgnores: false,
    asOf: '2026-11-22T12:00:00Z',
    configFor: async () => [],
    ...more,
  };
}
const scanIn = (cwd: string, more?: Partial<ScanSettings>): Promise<Report> => scan(settingsFor(cwd, more));
/** One key stands in all of them, so where there are several roots it is reused. */
const foundIn = ({ findings }: Report): string[] =>
  findings
    .filter(({ rule }) => rule === 'secret-key')
    .map(({ path, start }) => `${path}:${start.line}:${start.column}`);

describe('a scan', () => {
  test.each([['--staged'], ['--history'], ['--range', 'HEAD']])(
    '%s takes a repository, not a file of it',
    async (...flags) => {
      const top = repository({ 'a.ts': '' });
      for (const [path, says] of [
        ['a.ts', /PATH names a repository, all of which is looked at, and a\.ts is a file/],
        ['', /PATH is empty/],
      ] as const) {
        const { code, stderr } = await runIn(top, ['scan', ...flags, path], scan);
        expect([code, stderr.replace(/\s+/g, ' ')]).toEqual([2, expect.stringMatching(says)]);
      }
    },
  );

  test('finds by path relative to the work tree, also from a subfolder, and names the repository', async () => {
    const top = repository({ 'src/bot.ts': leak });
    git(top, 'remote', 'add', 'origin', 'https://me:token@github.com/o/r.git');
    const report = await scanIn(join(top, 'src'));
    expect(foundIn(report)).toEqual(['src/bot.ts:1:27']);
    expect(report.findings[0]).toMatchObject({ repository: 'github.com/o/r', origin: { kind: 'file' } });
    expect(report).toMatchObject({
      schema: 1,
      tool: { name: 'bnguard' },
      complete: true,
      skipped: [],
      coverage: { documents: 1, bytes: leak.length, repositories: 1 },
    });
  });

  test('outside git paths are relative to PATH', async () => {
    const folder = stage({ 'a/x/bot.ts': leak, 'b/one.ts': leak });
    expect(foundIn(await scanIn(folder, { paths: ['a', 'b/one.ts'] }))).toEqual(['x/bot.ts:1:27', 'one.ts:1:27']);
    expect((await scanIn(folder, { paths: ['a'] })).findings[0]?.repository).toBe('a');
  });

  test('standard input', async () => {
    const top = repository();
    const report = await scanIn(top, { source: { kind: 'stdin', bytes: Buffer.from(leak), filename: 'x.ts' } });
    expect(foundIn(report)).toEqual(['x.ts:1:27']);
    expect(report.findings[0]?.origin.kind).toBe('stdin');
    expect(report.coverage).toMatchObject({ documents: 1, bytes: leak.length });
    const nothing = await scanIn(top, { source: { kind: 'stdin', bytes: Buffer.from([137, 80, 0, 0, 26, 0, 255]) } });
    expect(nothing).toMatchObject({
      complete: true,
      skipped: [{ path: '', why: 'binary' }],
      coverage: { documents: 0 },
    });
  });

  test('tells each root to the configuration once', async () => {
    const top = repository({ 'a.ts': leak });
    put(top, { 'nested/b.ts': leak });
    git(join(top, 'nested'), 'init', '-q');
    const asked: string[] = [];
    const report = await scanIn(top, { configFor: async (root) => (asked.push(root), []) });
    expect(asked).toEqual([top, join(top, 'nested')]);
    expect(report.findings.map(({ path, repository, rule }) => [path, repository, rule])).toEqual([
      ['a.ts', top.split('/').at(-1), 'key-reused'],
      ['a.ts', top.split('/').at(-1), 'secret-key'],
      ['b.ts', 'nested', 'key-reused'],
      ['b.ts', 'nested', 'secret-key'],
    ]);
  });

  test('is the same with threads and without, whatever the order of files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1800 }, (_, index) => [
        `d${index % 7}/f${index}.ts`,
        index % 100 === 3 ? `// ${index}\n${leak}` : index % 3 === 0 ? '// binance\n' : 'let x = 1;\n',
      ]),
    );
    files['big/one.txt'] = `${'line of text\n'.repeat(85_000)}${leak}`;
    files['big/two.txt'] = `${leak}${'line of text\n'.repeat(82_000)}`;
    const folder = stage(files);
    put(folder, { 'bin.dat': Buffer.from([137, 80, 0, 0, 26, 0, 255]) });
    const alone = await scanIn(folder);
    const shared = await scan(settingsFor(folder, { jobs: 2 }), threads);
    expect(alone.findings).toHaveLength(20);
    expect(shared).toEqual(alone);
    const named = await scanIn(folder, { paths: [...Object.keys(files).reverse(), '.'] });
    expect(named).toEqual(alone);
  });

  test('reports progress', async () => {
    const folder = stage({ 'a.ts': leak, 'b.ts': '' });
    const seen: unknown[] = [];
    await scanIn(folder, { onProgress: (progress) => seen.push({ ...progress }) });
    expect(seen.at(-1)).toMatchObject({ documents: 2, bytes: leak.length, findings: 1 });
  });

  test('stops at a path that does not exist', async () => {
    await expect(scanIn(stage({ 'a.ts': leak }), { paths: ['a.ts', 'b.ts'] })).rejects.toThrow(UserError);
  });
});

describe('what cannot be read', () => {
  const gapsOf = ({ skipped }: Report): unknown[] => skipped.map(({ path, why, detail }) => [path, why, detail]);

  test('links: broken ones and those that lead out are told, and leave the scan complete', async () => {
    const elsewhere = stage({ 'far.ts': leak });
    const folder = stage({ 'a.ts': leak, 'sub/b.ts': '' });
    symlinkSync('a.ts', join(folder, 'inside'));
    symlinkSync('sub', join(folder, 'inside-folder'));
    symlinkSync('nowhere', join(folder, 'broken'));
    symlinkSync('loop', join(folder, 'loop'));
    symlinkSync(join(elsewhere, 'far.ts'), join(folder, 'out'));
    symlinkSync(elsewhere, join(folder, 'out-folder'));
    const expected = [
      ['broken', 'missing', 'a broken link (ENOENT)'],
      ['loop', 'missing', 'a broken link (ELOOP)'],
      ['out', 'link-outside', 'a link out of the scanned tree'],
      ['out-folder', 'link-outside', 'a link out of the scanned tree'],
    ];
    const plain = await scanIn(folder);
    expect(gapsOf(plain)).toEqual(expected);
    expect(plain.complete).toBe(true);
    expect(foundIn(plain)).toEqual(['a.ts:1:27']);
    git(folder, 'init', '-q');
    expect(gapsOf(await scanIn(folder))).toEqual(expected);
    git(folder, 'add', '-A');
    expect(gapsOf(await scanIn(folder))).toEqual(expected);
    // Roots come in the order of their folders, whose names here are chance.
    const named = foundIn(await scanIn(folder, { paths: ['inside', 'out'] }));
    expect(named.toSorted()).toEqual(['a.ts:1:27', 'far.ts:1:27']);
  });

  test('a tracked folder that became a link is not followed', async () => {
    const elsewhere = stage({ 'b.ts': leak });
    const top = repository({ 'a/b.ts': 'x', 'c.ts': 'x' });
    rmSync(join(top, 'a'), { recursive: true });
    symlinkSync(elsewhere, join(top, 'a'));
    const report = await scanIn(top);
    expect(report.findings).toEqual([]);
    expect(gapsOf(report)).toEqual([['a', 'link-outside', 'a link out of the scanned tree']]);
  });

  test('deleted and sparse files are no gaps', async () => {
    const top = repository({ 'a.ts': 'x', 'b/c.ts': 'x', 'd.ts': leak });
    rmSync(join(top, 'a.ts'));
    git(top, 'sparse-checkout', 'set', '--no-cone', '/d.ts', '/a.ts');
    const report = await scanIn(top);
    expect(report).toMatchObject({ complete: true, skipped: [], coverage: { documents: 1 } });
    put(top, { 'a.ts/in/its/place.ts': leak });
    expect(foundIn(await scanIn(top))).toEqual(['a.ts/in/its/place.ts:1:27', 'd.ts:1:27']);
  });

  test('FIFOs, sockets and devices never block', async () => {
    const folder = stage({ 'a.ts': leak });
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    const report = await scanIn(folder);
    server.close();
    expect(gapsOf(report)).toEqual([
      ['fifo', 'unreadable', 'a FIFO, not a file'],
      ['socket', 'unreadable', 'a socket or device, not a file'],
    ]);
    expect(report.complete).toBe(false);
    expect(foundIn(report)).toEqual(['a.ts:1:27']);
    expect(gapsOf(await scanIn(folder, { paths: ['/dev/zero'] }))).toEqual([
      ['zero', 'unreadable', 'a device, not a file'],
    ]);
    const top = repository({ 'pipe.ts': 'x' });
    rmSync(join(top, 'pipe.ts'));
    execFileSync('mkfifo', [join(top, 'pipe.ts')]);
    expect((await scanIn(top)).complete).toBe(false);
  });

  test('files and folders without rights make the scan incomplete', async () => {
    const folder = stage({ 'a.ts': leak, 'shut.ts': leak, 'locked/b.ts': leak });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'shut.ts'), 0);
    chmodSync(join(folder, 'locked'), 0);
    const report = await asNobody(() => scanIn(folder));
    expect(gapsOf(report)).toEqual([
      ['locked', 'unreadable', 'permission denied'],
      ['shut.ts', 'unreadable', 'permission denied'],
    ]);
    expect(report.complete).toBe(false);
    expect(foundIn(report)).toEqual(['a.ts:1:27']);
  });

  test('a folder that git may not open, too', async () => {
    const top = repository({ 'a.ts': leak });
    put(top, { 'locked/new.ts': leak });
    execFileSync('chown', ['-R', '65534', top]);
    chmodSync(join(top, 'locked'), 0);
    vi.stubEnv('HOME', top);
    const report = await asNobody(() => scanIn(top));
    vi.unstubAllEnvs();
    expect(gapsOf(report)).toEqual([['locked', 'unreadable', 'the folder could not be opened']]);
    expect(report.complete).toBe(false);
    expect(foundIn(report)).toEqual(['a.ts:1:27']);
  });

  test('binary files are told, and searched all the same', async () => {
    const folder = stage();
    put(folder, {
      'plain.bin': Buffer.from([137, 80, 0, 0, 26, 0, 255]),
      'hit.bin': Buffer.concat([Buffer.from([0, 1, 2, 255, 0]), Buffer.from(`\n${leak}`)]),
      empty: '',
    });
    const report = await scanIn(folder);
    expect(gapsOf(report)).toEqual([['plain.bin', 'binary', undefined]]);
    expect(report).toMatchObject({ complete: true, coverage: { documents: 2 } });
    expect(report.findings).toHaveLength(1);
  });

  test('a chosen size limit leaves the scan complete', async () => {
    const folder = stage({ 'a.ts': leak, 'b.txt': 'x'.repeat(1000) });
    const report = await scanIn(folder, { maxFileSize: 500 });
    expect(gapsOf(report)).toEqual([['b.txt', 'too-large', '1000 bytes']]);
    expect(report).toMatchObject({ complete: true, coverage: { documents: 1 } });
  });

  test('names that are not UTF-8 are read', async () => {
    const folder = stage();
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.ts')]);
    const file = openSync(name, 'w');
    writeSync(file, leak);
    closeSync(file);
    expect(foundIn(await scanIn(folder))).toEqual(['caf\ufffd.ts:1:27']);
    git(folder, 'init', '-q');
    expect(foundIn(await scanIn(folder))).toEqual(['caf\ufffd.ts:1:27']);
    git(folder, 'add', '-A');
    expect(foundIn(await scanIn(folder))).toEqual(['caf\ufffd.ts:1:27']);
  });

  test('a file without a size is read to its end', async () => {
    const report = await scanIn('/proc/self', { paths: ['status'] });
    expect(report.coverage.documents).toBe(1);
    expect(report.coverage.bytes).toBeGreaterThan(100);
  });

  test('a large sparse file and one long line are read with little memory', async () => {
    const folder = stage();
    const sparse = openSync(join(folder, 'sparse.txt'), 'w');
    ftruncateSync(sparse, 600_000_000);
    writeSync(sparse, `\n${leak}`, 500_000_000);
    closeSync(sparse);
    const line = openSync(join(folder, 'line.js'), 'w');
    for (let at = 0; at < 50_000_000; at += 1_000_000) writeSync(line, 'x = 1; '.repeat(142_858).slice(0, 1_000_000));
    writeSync(line, `;${leak}`);
    closeSync(line);
    const before = process.memoryUsage.rss();
    const report = await scanIn(folder);
    expect(report.findings.map(({ path }) => path)).toEqual(['line.js', 'sparse.txt']);
    expect(report.findings[0]?.start).toEqual({ line: 1, column: 50_000_000 + 28 });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
  });
});

/** Runs something without root's rights. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}
