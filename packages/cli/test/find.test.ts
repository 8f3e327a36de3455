/** `bnguard find`: a value is found wherever it stands, in names too, and is shown nowhere. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expand } from '@bnguard/engine';
import { expect, test } from 'vitest';
import type { FoundReport } from '../src/reports/find-text.ts';
import { scan } from '../src/scan.ts';
import { runIn, type Ran } from './fake-terminal.ts';
import { gitIn, valueOf, writeRaw } from './history-stage.ts';
import { piecesIn } from './hostile-repositories.ts';
import { git, put, repository, stage } from './scan-stage.ts';

const find = (top: string, value: string, ...flags: string[]): Promise<Ran> =>
  runIn(top, ['find', '--stdin', '--as-of', '2026-11-22', ...flags], scan, { stdin: Readable.from([value]) });

async function found(top: string, value: string): Promise<FoundReport> {
  const { stdout } = await find(top, value, '--format', 'json');
  return JSON.parse(stdout) as FoundReport;
}

// A key of 64 letters and digits, and a value that looks like nothing.
const values = [
  ['a key', valueOf('named')],
  ['a word', 'swordfish-44'],
] as const;

test.each(values)('in names of files, folders, links, branches and tags: %s', async (_, value) => {
  const top = repository({ 'a.txt': 'a', '.gitignore': '*.log\n' });
  put(top, { [`a-${value}.log`]: 'x', [`keys/of-${value}/1.txt`]: '1', [`keys/of-${value}/2.txt`]: '2' });
  symlinkSync(`../vault/${value}/key`, join(top, 'link'));
  symlinkSync('../vault/other', join(top, 'other'));
  git(top, 'branch', `try/${value}`);
  git(top, 'tag', `v-${Buffer.from(value).toString('hex')}`);
  const report = await found(top, value);
  expect(report.files).toEqual([
    { path: 'a-….log', where: 'name', form: '' },
    { path: 'keys/of-…/', where: 'name', form: '' },
    { path: 'link', where: 'link', form: '' },
  ]);
  expect(report.refs.map(({ name, form }) => [name, form])).toEqual([
    ['refs/heads/try/…', ''],
    ['refs/tags/v-…', 'hex'],
  ]);
  const { code, stdout } = await find(top, value);
  expect(code).toBe(1);
  expect(stdout).toContain('  keys/of-…/, in its name\n  link, in what the link leads to\n');
  expect(stdout).toContain('In the names of branches, tags and other refs\n  refs/heads/try/…\n');
  expect(stdout).toContain('Found in 3 files and 2 refs.');
  expect(stdout).not.toContain(value.slice(0, 8));
  expect(JSON.stringify(report)).not.toContain(value.slice(0, 8));
  expect(piecesIn(stdout + JSON.stringify(report), ['named'])).toEqual([]);
});

test.each(values)('in names that only the history has, with their commits: %s', async (_, value) => {
  const top = repository({ 'a.txt': 'a' });
  const commit = (message: string): string => {
    git(top, 'add', '-A');
    git(top, 'commit', '-q', '-m', message);
    return git(top, 'rev-parse', 'HEAD').trim();
  };
  put(top, { [`bots/${value}.cfg`]: 'harmless', [`${value}/deep/b.txt`]: 'b' });
  const first = commit('added');
  put(top, { [`${value}/deep/b.txt`]: 'changed' });
  const last = commit('changed');
  rmSync(join(top, 'bots'), { recursive: true });
  rmSync(join(top, value), { recursive: true });
  commit('removed');
  // A tree that no commit has.
  const tree = gitIn(top, ['mktree'], {
    input: `100644 blob ${git(top, 'rev-parse', 'HEAD:a.txt').trim()}\tx-${value}\n`,
  });
  const { files, objects, complete } = await found(top, value);
  expect([files, complete]).toEqual([[], true]);
  const told = objects.map(({ type, where, history }) => {
    const [place] = history.places;
    return [type, where, place?.path, place?.first?.id, place?.last?.id, history.atHead, history.heldBy];
  });
  expect(told.toSorted((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1))).toEqual([
    ['tree', 'name', 'bots/….cfg', first, last, false, undefined],
    ['tree', 'name', 'x-…', undefined, undefined, false, 'nothing'],
    ['tree', 'name', '…/', first, last, false, undefined],
  ]);
  expect(objects.map(({ object }) => object)).toContain(tree);
  const { stdout } = await find(top, value);
  expect(stdout).toContain(`  x-…, in its name  tree ${tree.slice(0, 12)}\n    held by nothing any more\n`);
  expect(stdout).not.toContain(value.slice(0, 8));
});

test('content and name of one file are both told, the content once', async () => {
  const value = valueOf('named');
  const top = repository({ [`${value}.env`]: `A=1\nBINANCE_API_SECRET=${value}\n` });
  const { files, objects } = await found(top, value);
  expect(files).toEqual([
    { path: '….env', where: 'content', line: 2, form: '' },
    { path: '….env', where: 'name', form: '' },
  ]);
  expect(objects.map(({ type, where, line }) => [type, where, line]).toSorted()).toEqual([
    ['blob', 'content', 2],
    ['tree', 'name', undefined],
  ]);
});

test('names in a damaged tree are no end of the search', async () => {
  const top = repository({ 'a.txt': 'swordfish-44' });
  writeRaw(top, 'tree', '100644 swordfish-44');
  expect((await found(top, 'swordfish-44')).objects.map(({ where }) => where)).toEqual(['content']);
});

/** Joins the value when it runs, so that no plain search finds it. */
const joining = (value: string, comment: string): string =>
  `// ${comment}\nconst client = new Spot('${valueOf('api-key')}', '${value.slice(0, 20)}' + '${value.slice(20)}');\n`;

test('of a value that is put together, each object has its own commits, branches and holder', async () => {
  const value = valueOf('named');
  const top = repository();
  const commit = (path: string): string => {
    put(top, { [path]: `import { Spot } from '@binance/connector';\n${joining(value, path)}` });
    git(top, 'add', '-A');
    git(top, 'commit', '-q', '-m', path);
    return git(top, 'rev-parse', 'HEAD').trim();
  };
  const old = commit('old.ts');
  git(top, 'branch', 'feature');
  const late = commit('late.ts');
  git(top, 'rm', '-q', 'old.ts');
  git(top, 'commit', '-q', '-m', 'removed');
  put(top, { 'staged.ts': `import { Spot } from '@binance/connector';\n\n${joining(value, 'staged')}` });
  git(top, 'add', 'staged.ts');
  put(top, { 'plain.env': `BINANCE_API_SECRET=${value}\n` });
  git(top, 'add', 'plain.env');
  git(top, 'tag', '-a', 'v1', '-m', joining(value, 'told in a tag'));
  const { objects, complete } = await found(top, value);
  expect(complete).toBe(true);
  const told = objects.map(({ type, line, form, history }) => {
    const { places, refs, reachable, heldBy, atHead } = history;
    return [type, places[0]?.path, line, form, places[0]?.first?.id, refs, reachable, heldBy, atHead];
  });
  const both = ['refs/heads/main', 'refs/heads/feature', 'refs/tags/v1'];
  const main = ['refs/heads/main', 'refs/tags/v1'];
  expect(told.toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1))).toEqual([
    // As `git cat-file -p` shows it.
    ['tag', '', 7, 'put together', undefined, ['refs/tags/v1'], true, undefined, false],
    ['blob', 'late.ts', 3, 'put together', late, main, true, undefined, true],
    ['blob', 'old.ts', 3, 'put together', old, both, true, undefined, false],
    ['blob', 'plain.env', 1, '', undefined, [], false, 'index', false],
    ['blob', 'staged.ts', 4, 'put together', undefined, [], false, 'index', false],
  ]);
  expect((await find(top, value)).stdout).toMatch(
    /\n {2}staged\.ts, line 4 \(put together\) {2}blob \w{12}\n {4}held by the index alone\n/,
  );
});

const wrapped = (text: string, width: number): string => text.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\n');
const pem = expand('<pem-ed25519:a>').text;

test.each([
  ['a key and its secret', `${valueOf('api-key')}\n${valueOf('named')}\n`, 2],
  ['the same by another system', `${valueOf('api-key')}\r\n${valueOf('named')}\r\n`, 2],
  ['a value and a word', `${valueOf('named')}\nswordfish-44`, 2],
  ['three values', `${valueOf('named')}\n\n${valueOf('api-key')}\n${valueOf('other')}`, 3],
  ['a key in PEM and a value', `${pem}\n${valueOf('named')}`, 4],
  ['a value and a key in PEM', `${valueOf('named')}\n${pem}`, 4],
  ['two keys in PEM', `${pem}\n${expand('<pem-ed25519:b>').text}`, 6],
])('several values are refused: %s', async (_, value, lines) => {
  const top = repository({
    'app.env': `BINANCE_API_KEY=${valueOf('api-key')}\nBINANCE_API_SECRET=${valueOf('named')}\n`,
  });
  const { code, stdout, stderr } = await find(top, value);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `bnguard: find looks for one value at a time, and the ${lines} lines on standard input are not one key. Give each value by itself: head -n 1 keys.txt | bnguard find --stdin.\n`,
  );
});

test.each([
  ['in PEM', pem],
  ['in PEM, with the line ends of another system', pem.replaceAll('\n', '\r\n')],
  ['of RSA', expand('<pem-rsa:a>').text],
  ['encrypted', expand('<pem-encrypted:a>').text],
  ['public', expand('<pem-public:a>').text],
  ['without its header', wrapped(expand('<der-rsa:a>').text, 64)],
  ['in base64 once more', wrapped(expand('<pem-rsa:a|base64>').text, 76)],
  ['in XML', expand('<xml-rsa:a>').text.replaceAll('><', '>\n<')],
])('one key of several lines is one value: %s', async (_, value) => {
  const top = repository({ 'key.txt': `\n${value}\n` });
  const { files, objects } = await found(top, `${value}\n`);
  expect(files).toEqual([{ path: 'key.txt', where: 'content', line: 2, form: '' }]);
  expect(objects.map(({ line, form }) => [line, form])).toEqual([[2, '']]);
});

test('in a shallow clone the rest is missed, and how to bring it is said', async () => {
  const top = repository({ 'a.txt': 'a' });
  git(top, 'commit', '-q', '--allow-empty', '-m', 'two');
  const clone = join(stage(), 'clone');
  git(top, 'clone', '-q', '--depth', '1', `file://${top}`, clone);
  const { code, stdout } = await find(clone, 'swordfish-44');
  expect(code).toBe(2);
  expect(stdout).toMatch(
    /INCOMPLETE.*\nThis clone is shallow: git fetch --unshallow brings the commits that it lacks\.\n$/s,
  );
});
