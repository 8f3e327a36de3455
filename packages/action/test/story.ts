/** The pull request that most tests look at: every way by which a key gets into one and out of sight. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '@bnguard/engine';
import type { FakeGitHub } from './fake-github.ts';
import { addCommits, git, type Ids, type MadeCommit } from './history.ts';

export const fake = (label: string): string => expand(`<key64:action.${label}>`).text;
export const leak = (label: string): string => `const binanceSecretKey = '${fake(label)}';\n`;

/** Names that mean something to workflow commands, to Markdown and to shells. */
export const oddNames = ['a,b:c%d.ts', 'line\nbreak.ts', 'x::error::y.ts', '##[error]z.ts', '`tick|bar`.ts'];

const main: readonly MadeCommit[] = [
  { name: 'm1', files: { 'package.json': '{"dependencies":{"@binance/connector":"3"}}\n', 'old.ts': leak('old') } },
  { name: 'm2', files: { 'src/app.ts': 'export {};\n' } },
  { name: 'm3', files: { 'src/app.ts': 'export const a = 1;\n' } },
  { name: 'm4', files: { 'main.ts': leak('main') } },
];

const feature: readonly MadeCommit[] = [
  { name: 'p1', parents: ['m2'], files: { 'p.ts': '1\n' } },
  ...Array.from({ length: 29 }, (_, i): MadeCommit => ({ name: `p${i + 2}`, files: { 'p.ts': `${i + 2}\n` } })),
  { name: 'p31', files: { 'src/bot.ts': leak('gone') } },
  { name: 'p32', files: { 'src/bot.ts': undefined, 'old.ts': `// touched\n${leak('old')}` } },
  { name: 's1', parents: ['p2'], files: { 'side.ts': leak('side') } },
  { name: 'p33', parents: ['p32', 's1'], files: { 'side.ts': 'nothing\n' } },
  // The base is merged into it, a leak of its own and all.
  { name: 'p34', parents: ['p33', 'm4'], files: { 'main.ts': leak('main') } },
  { name: 's2', parents: ['p3'], files: { 'other.ts': '2\n' } },
  { name: 'p35', parents: ['p34', 's2'], files: { 'other.ts': '2\n', 'evil.ts': leak('evil') } },
  {
    name: 'p36',
    parents: ['p35'],
    files: {
      '.gitattributes': 'dist/** -diff linguist-generated=true\n',
      'dist/out.js': leak('dist'),
      'wide.ts': new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(leak('wide'), 'utf16le')])),
    },
  },
  { name: 'p37', files: Object.fromEntries(oddNames.map((name, i) => [name, leak(`odd${i}`)])) },
  { name: 'p38', message: `by hand: binance secret key ${fake('message')}` },
];

/** What each of them must find in it: path and commit. */
export const leaks: readonly string[] = [
  'src/bot.ts p31',
  'side.ts s1',
  'evil.ts p35',
  'dist/out.js p36',
  'wide.ts p36',
  '(message) p38',
  ...oddNames.map((name) => `${name.replaceAll('\n', '\\n')} p37`),
];

export interface Story {
  /** The bare repository on the server. */
  readonly folder: string;
  readonly ids: Ids;
}

/** `o/r`, with main at m4, the pull request 7 and a merge of it. */
export function tellStory(github: FakeGitHub, name = 'o/r', options: { readonly filters?: boolean } = {}): Story {
  const folder = github.repository(name, options);
  const trial: MadeCommit = { name: 'trial', parents: ['m4', 'p38'] };
  const refs = {
    ...{ 'refs/heads/main': 'm4', 'refs/heads/feature': 'p38' },
    ...{ 'refs/pull/7/head': 'p38', 'refs/pull/7/merge': 'trial' },
  };
  const ids = addCommits(folder, [...main, ...feature, trial], refs);
  git(folder, 'update-ref', '-d', 'refs/made/tip');
  return { folder, ids };
}

/** A checkout as actions/checkout makes it: `depth` 0 is everything, else so many commits of this one. */
export function checkout(
  github: FakeGitHub,
  parent: string,
  { commit, depth = 1, name = 'o/r' }: { readonly commit: string; readonly depth?: number; readonly name?: string },
): string {
  const folder = join(parent, 'checkout');
  mkdirSync(folder);
  git(folder, 'init', '-q');
  const server = join(github.folder, name);
  const refs =
    depth === 0
      ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*', `+${commit}:refs/remotes/pull/7/merge`]
      : [`--depth=${depth}`, `+${commit}:refs/remotes/pull/7/merge`];
  git(folder, '-c', 'protocol.file.allow=always', 'fetch', '-q', '--no-tags', `file://${server}`, ...refs);
  git(folder, 'remote', 'add', 'origin', `${github.url}/${name}`);
  git(folder, 'checkout', '-q', '--detach', commit);
  return folder;
}

/** `path commit` of each finding, by the commits' names. */
export function placed(findings: readonly any[], ids: Ids): string[] {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return findings.map(
    ({ path, origin }) =>
      `${path === '' ? '(message)' : path.replaceAll('\n', '\\n')} ${names.get(origin.commit) ?? origin.commit}`,
  );
}
