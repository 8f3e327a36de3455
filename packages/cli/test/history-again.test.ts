/** The second scan of a history: it does not do again what the first has done, and says what a first one would say. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { userCacheFolder } from '../src/io.ts';
import { openDatabase } from '../src/git/database.ts';
import { ObjectReader } from '../src/git/objects.ts';
import { HistoryCache } from '../src/sources/history/cache.ts';
import { Known } from '../src/sources/history/known.ts';
import { listAll } from '../src/sources/history/listing.ts';
import { ProjectEvidence } from '../src/sources/project.ts';
import type { Report } from '../src/types.ts';
import { gitIn, looseFile, scanHistory, secretLine, threads, writeBlob, writeCommit } from './history-stage.ts';
import { stage } from './scan-stage.ts';

const withoutCached = (report: Report): unknown => ({ ...report, coverage: { ...report.coverage, cached: 0 } });
const again = (top: string): Promise<Report> => scanHistory(top, { source: { cache: true } });

/** A repository of two packs, with a value in each, and loose objects beside them. */
function packed(): string {
  const top = stage();
  gitIn(top, ['init', '-q', '-b', 'main']);
  const first = writeCommit(top, { 'a.ini': secretLine('first'), 'bot.py': 'import binance\n' }, { day: 1 });
  gitIn(top, ['update-ref', 'refs/heads/main', first.id]);
  gitIn(top, ['repack', '-dq']);
  const files = { 'b.ini': secretLine('second'), 'c.ini': 'enableWithdrawals=true\nexchange=binance\n' };
  writeCommit(top, files, { day: 2, parents: [first.id], ref: 'refs/heads/other' });
  gitIn(top, ['repack', '-dq']);
  writeCommit(top, { 'd.txt': 'loose\n' }, { day: 3, ref: 'refs/heads/loose' });
  // What stands at tags only is not looked at for settings.
  writeCommit(
    top,
    { 'w.ini': `exchange=binance\n${'#\n'.repeat(9)}enableWithdrawals=true\n` },
    { day: 3, ref: 'refs/tags/w' },
  );
  return top;
}

const packFolder = (top: string): string => join(top, '.git/objects/pack');
const packNames = (top: string): string[] =>
  readdirSync(packFolder(top)).flatMap((name) => (name.endsWith('.pack') ? [name.slice(0, -5)] : []));

/** How the next scan of it would list its objects, and how many would be new. */
async function nextListing(top: string): Promise<{ readonly isWhole: boolean; readonly fresh: number }> {
  const store = await openDatabase(top);
  const known = new Known(store.idBytes, new HistoryCache(store, undefined, userCacheFolder(process)).load());
  const { isWhole, trees, others } = await listAll(store, known, () => {});
  return { isWhole, fresh: trees.length + others.length };
}

/** What may happen between two scans, and whether git is then asked for all objects anew. */
const happenings: readonly (readonly [string, boolean, (top: string) => unknown])[] = [
  ['nothing', false, () => {}],
  [
    'a commit more, loose',
    false,
    (top) => writeCommit(top, { 'e.ini': secretLine('late') }, { day: 4, ref: 'refs/heads/late' }),
  ],
  [
    'a commit more, in a pack',
    false,
    (top) => {
      writeCommit(top, { 'e.ini': secretLine('late') }, { day: 4, ref: 'refs/heads/late' });
      gitIn(top, ['repack', '-dq']);
    },
  ],
  ['a ref less', false, (top) => gitIn(top, ['update-ref', '-d', 'refs/heads/other'])],
  [
    'an object that stands in for another',
    false,
    (top) => gitIn(top, ['replace', gitIn(top, ['rev-parse', 'main:a.ini']), writeBlob(top, 'nothing\n')]),
  ],
  ['a branch stands at a commit of a tag', false, (top) => gitIn(top, ['update-ref', 'refs/heads/w', 'refs/tags/w'])],
  ['HEAD stands elsewhere', false, (top) => gitIn(top, ['symbolic-ref', 'HEAD', 'refs/heads/other'])],
  ['HEAD stands nowhere', false, (top) => gitIn(top, ['symbolic-ref', 'HEAD', 'refs/heads/none'])],
  [
    'something old is staged',
    false,
    (top) => {
      const id = gitIn(top, ['rev-parse', 'other:b.ini']);
      gitIn(top, ['update-index', '--add', '--cacheinfo', `100644,${id},staged.ini`]);
    },
  ],
  ['all in one pack', true, (top) => gitIn(top, ['gc', '-q', '--prune=now'])],
  [
    'loose objects are gone',
    true,
    (top) => {
      gitIn(top, ['update-ref', '-d', 'refs/heads/loose']);
      gitIn(top, ['prune', '--expire=now']);
    },
  ],
  [
    'a loose object is damaged',
    true,
    (top) => {
      const file = join(top, '.git', looseFile(gitIn(top, ['rev-parse', 'loose:d.txt'])));
      chmodSync(file, 0o644);
      writeFileSync(file, 'no object');
    },
  ],
  ['a pack is gone', true, (top) => rmSync(join(packFolder(top), `${packNames(top)[0]}.pack`))],
  ['an index is gone', true, (top) => rmSync(join(packFolder(top), `${packNames(top)[0]}.idx`))],
  [
    'a pack is damaged where it lies, and its time set back',
    true,
    (top) => {
      const path = join(packFolder(top), `${packNames(top)[0]}.pack`);
      const bytes = readFileSync(path);
      chmodSync(path, 0o644);
      writeFileSync(path, bytes.fill(0xff, 12, bytes.length - 20));
      utimesSync(path, new Date(0), new Date(0));
    },
  ],
  [
    'a pack stands in the place of another',
    true,
    (top) => {
      const [one, other] = packNames(top) as [string, string];
      const [here, there] = [join(packFolder(top), one), join(packFolder(top), other)];
      for (const ending of ['.pack', '.idx']) renameSync(here + ending, there + ending);
    },
  ],
  [
    'objects are borrowed',
    true,
    (top) => {
      const lender = packed();
      writeCommit(lender, { 'lent.ini': secretLine('lent') }, { day: 9, ref: 'refs/heads/lent' });
      writeFileSync(join(top, '.git/objects/info/alternates'), `${join(lender, '.git/objects')}\n`);
    },
  ],
];

test.each(happenings)('%s: the second report is that of a first scan', async (_, isWhole, happen) => {
  const top = packed();
  expect(withoutCached(await again(top))).toEqual(withoutCached(await scanHistory(top)));
  expect(await nextListing(top)).toEqual({ isWhole: false, fresh: 0 });
  happen(top);
  expect((await nextListing(top)).isWhole).toBe(isWhole);
  const first = withoutCached(await scanHistory(top));
  expect(withoutCached(await again(top))).toEqual(first);
  // What the second scan has remembered holds, too.
  expect(withoutCached(await again(top))).toEqual(first);
});

test('what was listed of packs holds for these packs only, wherever the cache comes from', async () => {
  const top = packed();
  await again(top);
  const copy = stage();
  cpSync(top, copy, { recursive: true });
  const cut = join(packFolder(copy), `${packNames(copy)[0]}.pack`);
  rmSync(cut);
  expect((await nextListing(copy)).isWhole).toBe(true);
  const report = await again(copy);
  expect(report.complete).toBe(false);
  expect(withoutCached(report)).toEqual(withoutCached(await scanHistory(copy)));
});

test('after a commit in a pack only the next one is new', async () => {
  const top = packed();
  await again(top);
  writeCommit(top, { 'e.ini': secretLine('late') }, { day: 4, ref: 'refs/heads/late' });
  gitIn(top, ['repack', '-dq']);
  // Commit, tree and blob.
  expect(await nextListing(top)).toEqual({ isWhole: false, fresh: 3 });
  await again(top);
  expect(await nextListing(top)).toEqual({ isWhole: false, fresh: 0 });
  writeCommit(top, { 'f.ini': secretLine('later') }, { day: 5, ref: 'refs/heads/later' });
  expect(await nextListing(top)).toEqual({ isWhole: false, fresh: 3 });
});

test('settings are looked at again only where some were found, and where a branch stands elsewhere', async () => {
  const top = packed();
  const rulesOf = (report: Report): string[] => report.findings.map(({ rule, path }) => `${rule} ${path}`).sort();
  const before = rulesOf(await again(top));
  expect(before.some((one) => one.endsWith(' c.ini'))).toBe(true);
  expect(before.some((one) => one.endsWith(' w.ini'))).toBe(false);
  const remembered = new HistoryCache(await openDatabase(top), undefined, userCacheFolder(process)).load();
  expect(remembered?.settings?.files.map(({ path }) => path)).toEqual(['c.ini']);
  expect(rulesOf(await again(top))).toEqual(before);
  gitIn(top, ['update-ref', 'refs/heads/w', 'refs/tags/w']);
  expect(rulesOf(await again(top)).some((one) => one.endsWith(' w.ini'))).toBe(true);
});

test('much that showed something is judged again by two threads, at the paths that it has now', async () => {
  const top = packed();
  const large = `${'# a line of a long file\n'.repeat(50_000)}${secretLine('large')}`;
  const { id } = writeCommit(top, { 'large.ini': large }, { day: 5, ref: 'refs/heads/large' });
  const first = await again(top);
  const inTwo = (): Promise<Report> => scanHistory(top, { source: { cache: true }, jobs: 2, threads });
  expect(withoutCached(await inTwo())).toEqual(withoutCached(first));
  const blob = gitIn(top, ['rev-parse', `${id}:large.ini`]);
  gitIn(top, ['update-index', '--add', '--cacheinfo', `100644,${blob},tests/example.ini`]);
  const moved = withoutCached(await scanHistory(top));
  expect(moved).not.toEqual(withoutCached(first));
  expect(withoutCached(await inTwo())).toEqual(moved);
  expect(withoutCached(await inTwo())).toEqual(moved);
});

test('files that are known to say nothing of their project are not read, and count as if they were', async () => {
  const top = stage();
  gitIn(top, ['init', '-q']);
  const files = Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`${n + 10}.py`, `print(${n})\n`]));
  const { id } = writeCommit(top, { ...files, 'z.py': 'import binance\nbinance.Client()\n' }, { day: 1 });
  const store = await openDatabase(top);
  const asked: string[][] = [];
  class Recording extends ObjectReader {
    override read(names: readonly string[]): ReturnType<ObjectReader['read']> {
      asked.push([...names]);
      return super.read(names);
    }
  }
  const objects = new Recording(store);
  const silent = new Set<string>();
  const sized: string[] = [];
  const memory = {
    has: (blob: string, path: string) => silent.has(blob + path),
    add: (blob: string, path: string) => void silent.add(blob + path),
    sizeOf: (blob: string) => sized.push(blob),
  };
  const first = await new ProjectEvidence(store, objects, memory).of(id, new Set(), false);
  expect(first.map(({ path }) => path)).toEqual(['z.py']);
  expect([asked.map(({ length }) => length), silent.size, sized.length]).toEqual([[64, 7], 70, 0]);
  asked.length = 0;
  expect(await new ProjectEvidence(store, objects, memory).of(id, new Set(), false)).toEqual(first);
  expect([asked.map(({ length }) => length), sized.length]).toEqual([[0, 1], 70]);
  objects.close();
});

test('a name beside packs that leads nowhere hides no pack', async () => {
  const top = stage();
  gitIn(top, ['init', '-q', '-b', 'main']);
  writeCommit(top, { 'a.ini': secretLine('loose') }, { day: 1, ref: 'refs/heads/main' });
  await again(top);
  writeCommit(top, { 'b.ini': secretLine('packed') }, { day: 2, ref: 'refs/heads/late' });
  gitIn(top, ['repack', '-adq']);
  symlinkSync('gone', join(packFolder(top), 'tmp_pack_x'));
  const first = await scanHistory(top);
  expect(first.findings).toHaveLength(2);
  expect(withoutCached(await again(top))).toEqual(withoutCached(first));
});

test('of HEAD all paths count as soon as it stands somewhere, and no longer', async () => {
  const top = stage();
  gitIn(top, ['init', '-q', '--bare', '-b', 'none']);
  const setting = 'exchange=binance\nenableWithdrawals=true\n';
  writeCommit(top, { 'x.ini': setting, 'y.ini': setting }, { day: 1, ref: 'refs/heads/main' });
  const lengths: number[] = [];
  for (const head of ['none', 'main', 'none']) {
    gitIn(top, ['symbolic-ref', 'HEAD', `refs/heads/${head}`]);
    const report = await again(top);
    expect(withoutCached(report)).toEqual(withoutCached(await scanHistory(top)));
    lengths.push(report.findings.filter(({ rule }) => rule === 'withdrawals-enabled').length);
  }
  expect(lengths).toEqual([1, 2, 1]);
});

test.each(['ls-tree', '--objects'])(
  'a git that is killed while it lists settings (%s) is told, not remembered',
  async (word) => {
    const top = packed();
    const tools = stage();
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const kill = `case " $* " in *" ${word} "*) kill -9 $$;; esac`;
    writeFileSync(join(tools, 'git'), `#!/bin/sh\n${kill}\nexec '${real}' "$@"\n`, { mode: 0o755 });
    gitIn(top, ['update-ref', 'refs/heads/main', 'refs/heads/other']);
    vi.stubEnv('PATH', `${tools}${delimiter}${process.env['PATH'] ?? ''}`);
    await expect(again(top)).rejects.toThrow(/SIGKILL/);
    vi.unstubAllEnvs();
    const report = await again(top);
    expect(report.findings.map(({ rule }) => rule)).toContain('withdrawals-enabled');
    expect(withoutCached(report)).toEqual(withoutCached(await scanHistory(top)));
  },
);
