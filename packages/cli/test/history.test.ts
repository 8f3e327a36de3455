/** Every place in which git can hide a value: each is found, nothing else is, and what is said of it is right. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Moment } from '@bnguard/engine';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
import { runIn } from './fake-terminal.ts';
import { buildHidingPlaces, doubtsAbout, isLoose, type HidingPlace, type HidingPlaces } from './hiding-places.ts';
import {
  asOf,
  coverageOf,
  fingerprintOf,
  foundPlaces,
  gitIn,
  jsonHistory,
  mergeFiles,
  objectsOf,
  originOf,
  scanHistory,
  runHistory,
  secretLine,
  threads,
  valueOf,
  writeCommit,
  writeRaw,
} from './history-stage.ts';
import { leaky, offsetInPack, overwrite, packAll, piecesIn } from './hostile-repositories.ts';
import { git, put, repository, stage } from './scan-stage.ts';

let folder: string;
let hiding: HidingPlaces;
let whole: Report;
let scanned: unknown;
/** The whole report as the command line gives it, once it is needed. */
let json: Report | undefined;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-places-')));
  hiding = buildHidingPlaces(folder);
  // A scan that fails fails the tests that look at its report, not those of the repository.
  scanned = await scanHistory(hiding.top).then(
    (report) => void (whole = report),
    (error: unknown) => error,
  );
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => vi.stubEnv('XDG_CACHE_HOME', stage()));
afterEach(() => {
  vi.unstubAllEnvs();
});

test('the repository is what its story says', () => {
  expect(doubtsAbout(hiding)).toEqual([]);
  expect(new Set(hiding.places.map(({ name }) => name)).size).toBe(hiding.places.length);
  expect(hiding.places.length).toBeGreaterThan(26);
  const loose = hiding.places.filter((place) => isLoose(existsSync, hiding, place)).length;
  expect(loose).toBeGreaterThan(15);
  expect(hiding.places.length - loose).toBeGreaterThan(15);
  // The replaced and the grafted are hidden from whoever asks git without care.
  const seen = gitIn(hiding.top, ['log', '-m', '--all', '--format=%H', '--name-only', '-z']);
  for (const hidden of ['real.cfg', 'swap.cfg', 'behind.cfg']) expect(seen).not.toContain(hidden);
  expect(gitIn(hiding.top, ['cat-file', '-p', placeNamed('replaced-blob').object.id])).toContain('BINANCE');
  const shown = gitIn(hiding.top, ['cat-file', 'blob', placeNamed('replaced-blob').object.id]);
  expect(shown.includes(gitIn(hiding.top, ['cat-file', 'blob', placeNamed('replacement').object.id]))).toBe(true);
});

const placeNamed = (name: string): HidingPlace => hiding.places.find((place) => place.name === name)!;

describe('a history', () => {
  beforeEach(() => expect(scanned).toBe(undefined));

  test('gives up every value, once, and nothing else', () => {
    const names = hiding.places.map(({ name }) => name);
    expect(foundPlaces(whole, names)).toEqual(names.toSorted());
    expect(whole.complete).toBe(true);
    expect(whole.skipped.filter(({ why }) => why !== 'binary')).toEqual([]);
  });

  test('every finding is at least likely, a secret key, and tells its evidence', () => {
    for (const { rule, confidence, evidence } of whole.findings) {
      expect(rule).toBe('secret-key');
      expect(['certain', 'likely']).toContain(confidence);
      expect(evidence.length).toBeGreaterThan(0);
    }
  });

  test('each value stands where it came in, and its commits, refs and holder are told', () => {
    const told = Object.fromEntries(hiding.places.map((place) => [place.name, tell(place)]));
    const expected = Object.fromEntries(hiding.places.map((place) => [place.name, expectationOf(place)]));
    expect(told).toEqual(expected);
  });

  test('messages are placed in the message or in its object', () => {
    for (const place of hiding.places.filter(({ object }) => object.type !== 'blob')) {
      const { start, end } = findingOf(place.name);
      // The value ends its line; an embedded tag is indented by one.
      expect([place.name, start.column]).toEqual([place.name, place.name === 'embedded-tag' ? 21 : 20]);
      expect(end).toEqual({ line: start.line, column: start.column + 64 });
      // Lines are those of the whole object.
      const lines = gitIn(hiding.top, ['cat-file', place.object.type, place.object.id]).split('\n');
      expect([place.name, lines[start.line - 1]?.includes(valueOf(place.name))]).toEqual([place.name, true]);
    }
  });

  test('counts what git counts', () => {
    const objects = objectsOf(hiding.top);
    const refs = gitIn(hiding.top, ['for-each-ref', '--format=%(refname)']).split('\n').length;
    expect(coverageOf(whole)).toMatchObject({
      objects: objects.size,
      blobs: [...objects.values()].filter((type) => type === 'blob').length,
      refs,
      ...{ shallow: false, partial: false, missing: 0, cached: 0, repositories: 1 },
    });
    expect(coverageOf(whole).bytes).toBeGreaterThan(12_000_000);
  });

  test('is the same from a subfolder, from the git directory and from another work tree', async () => {
    for (const path of [join(hiding.top, 'bot'), join(hiding.top, '.git')]) {
      expect(withoutName(await scanHistory(path))).toEqual(withoutName(whole));
    }
    // In a linked work tree HEAD is another one; the values are the same.
    const linked = await scanHistory(hiding.linked);
    const names = hiding.places.map(({ name }) => name);
    expect(foundPlaces(linked, names)).toEqual(names.toSorted());
    const atHead = linked.findings.filter((finding) => originOf(finding).atHead === true);
    expect(foundPlaces({ ...linked, findings: atHead }, names)).toEqual(['detached-head']);
  });
});

describe('the same report', () => {
  beforeEach(() => expect(scanned).toBe(undefined));

  test('from one thread and from three', async () => {
    expect(await scanHistory(hiding.top, { jobs: 3, threads })).toEqual(whole);
    expect(await scanHistory(hiding.top)).toEqual(whole);
  });

  test('with a cache that is cold, and with one that is warm', async () => {
    const cached = (): Promise<Report> => scanHistory(hiding.top, { source: { cache: true } });
    const cold = await cached();
    const warm = await cached();
    expect(withoutCached(cold)).toEqual(withoutCached(whole));
    expect(withoutCached(warm)).toEqual(withoutCached(whole));
    expect(coverageOf(cold).cached).toBe(0);
    expect(coverageOf(warm).cached).toBeGreaterThan(0);
  });

  test('with a cache that is damaged', async () => {
    const cache = process.env['XDG_CACHE_HOME']!;
    await scanHistory(hiding.top, { source: { cache: true } });
    const files = filesBelow(cache);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) writeFileSync(file, 'damaged');
    expect(withoutCached(await scanHistory(hiding.top, { source: { cache: true } }))).toEqual(withoutCached(whole));
  });

  test('with a cache from before the history went on, at every step', async () => {
    const { top, commits } = leaky();
    const steps: readonly (readonly [string, () => unknown])[] = [
      ['as it was', (): void => {}],
      ['a commit more', () => writeCommit(top, { 'late.cfg': secretLine('late') }, { day: 8, ref: 'refs/heads/late' })],
      [
        'an old value on a new path',
        () => writeCommit(top, { 'copy.cfg': secretLine('hostile-kept') }, { day: 9, ref: 'refs/heads/copy' }),
      ],
      ['a tag less', () => gitIn(top, ['tag', '-d', 'v1'])],
      ['something staged', () => (put(top, { 'next.cfg': secretLine('next') }), gitIn(top, ['add', 'next.cfg']))],
      ['HEAD elsewhere', () => gitIn(top, ['update-ref', '--no-deref', 'HEAD', commits[0]!])],
      ['pushed', () => gitIn(top, ['update-ref', 'refs/remotes/origin/main', commits[1]!])],
      ['packed', () => gitIn(top, ['gc', '-q', '--prune=now'])],
    ];
    for (const [what, step] of steps) {
      step();
      const cached = await scanHistory(top, { source: { cache: true } });
      expect([what, withoutCached(cached)]).toEqual([what, withoutCached(await scanHistory(top))]);
      expect(cached.complete).toBe(true);
    }
    // What was looked at while it was whole needs no second look.
    overwriteAnObject(top);
    expect((await scanHistory(top)).complete).toBe(false);
    expect((await scanHistory(top, { source: { cache: true } })).complete).toBe(true);
  });

  /** Damages a file that has no value, in the only pack. */
  function overwriteAnObject(top: string): void {
    const { pack, index } = packAll(top);
    overwrite(
      pack,
      offsetInPack(top, index, gitIn(top, ['rev-parse', 'main:src/more.txt'])) + 3,
      Buffer.alloc(4, 0xff),
    );
  }

  test('and the cache holds no piece of a value', async () => {
    await scanHistory(hiding.top, { source: { cache: true } });
    const names = hiding.places.map(({ name }) => name);
    for (const file of filesBelow(process.env['XDG_CACHE_HOME']!)) {
      expect(piecesIn(`${file}\n${readFileSync(file, 'latin1')}`, names)).toEqual([]);
    }
  });

  test.each([2, 3, 5])('from %i shards, joined', async (count) => {
    const out = stage();
    const files: string[] = [];
    for (let index = count; index >= 1; index--) {
      const { report } = await jsonHistory(hiding.top, '--shard', `${index}/${count}`);
      const file = join(out, `${index}.json`);
      writeFileSync(file, JSON.stringify(report));
      files.push(file);
    }
    json ??= (await jsonHistory(hiding.top)).report;
    expect(withoutCached(await mergeFiles(out, files))).toEqual(withoutCached(json));
  });

  test('a shard is a part: no value is in two of them alone, and none is in no part', async () => {
    const names = hiding.places.map(({ name }) => name);
    const parts = await Promise.all(
      [1, 2, 3].map((index) => scanHistory(hiding.top, { source: { shard: { index, count: 3 } } })),
    );
    const found = new Set(parts.flatMap((part) => foundPlaces(part, names)));
    expect([...found].toSorted()).toEqual(names.toSorted());
    for (const part of parts) expect(part.findings.length).toBeLessThan(names.length);
  });
});

describe('what HEAD has', () => {
  test('follows HEAD', async () => {
    expect(scanned).toBe(undefined);
    const copy = join(stage(), 'copy');
    mkdirSync(copy);
    const small = buildSmall(copy);
    const atHead = async (): Promise<unknown> => (await scanHistory(copy)).findings.map((one) => originOf(one).atHead);
    expect(await atHead()).toEqual([false]);
    gitIn(copy, ['update-ref', '--no-deref', 'HEAD', small]);
    expect(await atHead()).toEqual([true]);
    gitIn(copy, ['symbolic-ref', 'HEAD', 'refs/heads/nowhere']);
    expect(await atHead()).toEqual([false]);
  });

  /** Two commits: one with a value and one without, which HEAD points to. Gives the first. */
  function buildSmall(top: string): string {
    gitIn(top, ['init', '-q', '-b', 'main']);
    writeFileSync(join(top, 'a.cfg'), 'BINANCE_API_SECRET=\n');
    gitIn(top, ['add', '-A']);
    const before = hiding.places.find(({ name }) => name === 'at-head')!;
    writeFileSync(join(top, 'a.cfg'), gitIn(hiding.top, ['cat-file', 'blob', before.object.id]) + '\n');
    gitIn(top, ['add', '-A']);
    gitIn(top, ['commit', '-q', '-m', 'with'], { day: 1 });
    const first = gitIn(top, ['rev-parse', 'HEAD']);
    writeFileSync(join(top, 'a.cfg'), 'BINANCE_API_SECRET=\n');
    gitIn(top, ['commit', '-q', '-a', '-m', 'without'], { day: 2 });
    return first;
  }
});

// ---------------------------------------------------------------------------------------------------------------

function findingOf(name: string): Report['findings'][number] {
  const found = whole.findings.find(({ fingerprint }) => fingerprint === fingerprintOf(name));
  if (found === undefined) throw new Error(`no finding for ${name}`);
  return found;
}

/** What the report tells of a place, in the words of `expectationOf`. */
function tell(place: HidingPlace): unknown {
  const finding = whole.findings.find(({ fingerprint }) => fingerprint === fingerprintOf(place.name));
  if (finding === undefined) return 'not found';
  const origin = originOf(finding);
  const refs = origin.refs?.filter(isOrdinary) ?? [];
  return {
    path: finding.path,
    start: place.start && finding.start,
    object: { type: origin.blob !== undefined ? 'blob' : place.object.type, id: origin.blob ?? origin.object },
    firstCommit: moment(origin.firstCommit),
    lastCommit: moment(origin.lastCommit),
    atHead: origin.atHead,
    exposedDays: origin.exposedDays,
    refs: refs.toSorted(),
    pushed: origin.pushed,
    reachable: origin.reachable,
    heldBy: origin.heldBy,
    others: origin.places?.map(({ path }) => path),
    placeCount: origin.placeCount,
  };
}

function expectationOf(place: HidingPlace): unknown {
  const { path, start, object, firstCommit, lastCommit, atHead, refs, pushed, reachable, heldBy, others } = place;
  const milliseconds = firstCommit && Date.parse(asOf) - Date.parse(firstCommit.date);
  return {
    ...{ path, start, object, firstCommit, lastCommit, atHead },
    exposedDays: milliseconds && Math.floor(milliseconds / 86_400_000),
    refs: refs.toSorted(),
    ...{ pushed, reachable, heldBy, others, placeCount: others.length },
  };
}

/** A work tree's HEAD may be named among the refs, and so may the stash. */
const isOrdinary = (ref: string): boolean => ref.startsWith('refs/') && ref !== 'refs/stash';

/** Dates are compared to the second, and must be in UTC. */
const moment = (given: Moment | undefined): Moment | undefined =>
  given && { ...given, date: given.date.replace('.000Z', 'Z') };

const withoutCached = (report: Report): unknown => ({ ...report, coverage: { ...report.coverage, cached: 0 } });
const withoutName = (report: Report): unknown => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, repository: '' })),
});

function filesBelow(top: string): string[] {
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((name) => join(top, name))
    .filter((file) => statSync(file).isFile());
}

describe('what people set aside', () => {
  const commit = (top: string, message: string): string => {
    git(top, 'add', '-A');
    return git(top, 'commit', '-q', '-m', message);
  };

  test('a comment excuses a value only where all its newest versions have one', async () => {
    const line = secretLine('excused');
    const top = repository({ 'a.ini': `# bnguard-ignore secret-key -- test\n${line}`, 'b.ini': line });
    expect((await scanHistory(top)).findings).toHaveLength(1);
    put(top, { 'b.ini': `# bnguard-ignore secret-key -- test\n${line}` });
    commit(top, 'excused there too');
    const { findings, suppressed } = await scanHistory(top);
    expect([findings.length, suppressed.length]).toEqual([0, 1]);
  });

  test('a path pattern excuses a value only where it covers all its paths', async () => {
    const line = secretLine('covered');
    const top = repository({ 'tests/x.ini': line });
    put(top, { 'bnguard.config.json': '{ "ignore": [{ "paths": ["tests/**"], "reason": "fixtures" }] }' });
    commit(top, 'config');
    expect((await jsonHistory(top)).report.findings).toEqual([]);
    put(top, { 'src/prod.ini': line });
    commit(top, 'in production');
    expect((await jsonHistory(top)).report.findings).toHaveLength(1);
  });
});

describe('the cache', () => {
  test('of objects that are gone is not believed', async () => {
    const top = repository({ 'a.ini': secretLine('here'), 'b.ini': secretLine('gone') });
    const cached = (): Promise<Report> => scanHistory(top, { source: { cache: true } });
    expect((await cached()).complete).toBe(true);
    const id = git(top, 'rev-parse', 'HEAD:b.ini').trim();
    rmSync(join(top, '.git/objects', id.slice(0, 2), id.slice(2)));
    const { complete, findings } = await cached();
    expect([complete, findings.length]).toEqual([false, 1]);
  });

  test('does not remember what only a ref named', async () => {
    const top = repository({ 'a.ini': secretLine('here') });
    const cached = (): Promise<Report> => scanHistory(top, { source: { cache: true } });
    put(top, { '.git/refs/heads/broken': `${'12'.repeat(20)}\n` });
    expect((await cached()).complete).toBe(false);
    rmSync(join(top, '.git/refs/heads/broken'));
    expect((await cached()).complete).toBe(true);
  });

  test('lies where the environment of the program says, and not that of the process', async () => {
    const top = repository({ 'a.env': secretLine('here') });
    const elsewhere = stage();
    const home = stage();
    const env = { XDG_CACHE_HOME: elsewhere };
    await runIn(top, ['scan', '--history'], scan, { env });
    expect(filesBelow(elsewhere).map((file) => relative(elsewhere, file))).toEqual(['bnguard/key']);
    // A relative one is none, as its specification has it.
    await runIn(top, ['scan', '--history'], scan, { env: { XDG_CACHE_HOME: 'cache', HOME: home } });
    expect(filesBelow(home).map((file) => relative(home, file))).toEqual(['.cache/bnguard/key']);
    expect(filesBelow(process.env['XDG_CACHE_HOME']!)).toEqual([]);
  });

  test('is not waited for where it is a pipe', async () => {
    const top = repository({ 'a.ini': secretLine('here') });
    mkdirSync(join(top, '.git/bnguard'));
    execFileSync('mkfifo', [join(top, '.git/bnguard/history.cache')]);
    expect((await scanHistory(top, { source: { cache: true } })).findings).toHaveLength(1);
  });
});

test('a comment in the headers of a commit excuses nothing in its message', async () => {
  const top = repository();
  const tree = git(top, 'rev-parse', 'HEAD^{tree}').trim();
  const who = '1600000000 +0000';
  // The comment stands in the second line, and so does the value in the message.
  const id = writeRaw(
    top,
    'commit',
    `tree ${tree}\nauthor // bnguard-ignore secret-key -- no <a@b> ${who}\ncommitter c <c@d> ${who}\n\nfirst\n${secretLine('excused')}`,
  );
  git(top, 'branch', 'odd', id);
  const { findings, suppressed } = await scanHistory(top);
  expect([findings.length, suppressed.length]).toEqual([1, 0]);
  expect(findings[0]!.start).toEqual({ line: 6, column: 20 });
  expect((await runHistory(top)).stdout).toContain(`commit or tag ${id.slice(0, 12)}, as git cat-file -p shows it`);
});

test('a commit with an odd time zone has its date', async () => {
  const top = repository({ 'a.ini': secretLine('zone') });
  const tree = git(top, 'rev-parse', 'HEAD^{tree}').trim();
  const who = 'a <a@b> 1600000000 +051800';
  const id = gitIn(top, ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'], {
    input: `tree ${tree}\nauthor ${who}\ncommitter ${who}\n\nodd\n`,
  }).trim();
  git(top, 'branch', 'odd', id);
  const [finding] = (await scanHistory(top)).findings;
  expect(originOf(finding!).firstCommit).toEqual({ id, date: '2020-09-13T12:26:40Z' });
});

describe('parts of different states', () => {
  async function mergedAfter(change: (top: string) => unknown): Promise<Report> {
    const top = repository({ 'a.ini': secretLine('state') });
    const out = stage();
    const files = ['1', '2'].map((index) => join(out, `${index}.json`));
    writeFileSync(files[0]!, JSON.stringify((await jsonHistory(top, '--shard', '1/2')).report));
    change(top);
    writeFileSync(files[1]!, JSON.stringify((await jsonHistory(top, '--shard', '2/2')).report));
    return mergeFiles(out, files);
  }

  test.each<[string, (top: string) => unknown]>([
    ['an object more', (top) => gitIn(top, ['hash-object', '-w', '--stdin'], { input: 'more' })],
    ['a branch more', (top) => git(top, 'branch', 'more')],
    ['as many refs, one of them another', (top) => git(top, 'branch', '-m', 'main', 'other')],
  ])('are not a whole: %s', async (_, change) => {
    const { complete, findings, skipped } = await mergedAfter(change);
    expect([complete, findings.length]).toEqual([false, 1]);
    expect(skipped.at(-1)?.detail).toMatch(
      /different states of it \(part 1\/2 was made of \d+ objects and \d refs, part 2\/2 .*make all parts anew/,
    );
  });

  test('a reflog or an index makes no state another, nor does packing', async () => {
    const { complete } = await mergedAfter((top) => {
      git(top, 'gc', '-q');
      rmSync(join(top, '.git/logs'), { recursive: true });
      git(top, 'rm', '-q', '--cached', 'a.ini');
    });
    expect(complete).toBe(true);
  });
});

test('of hundreds of values in hundreds of trees each has its own moments', { timeout: 60_000 }, async () => {
  const top = repository({});
  const count = 800;
  const numbers = Array.from({ length: count }, (_, at) => at);
  const change = (at: number, text: string): string =>
    `M 100644 inline ${at % 2 ? `bots/${at % 7}/` : ''}${at}.env\ndata ${text.length}\n${text}\n`;
  const commits = [
    numbers.map((at) => change(at, secretLine(`many-${at}`))),
    ...numbers.map((at) => [change(at, '#')]),
  ];
  const stream = commits.map(
    (changes, at) =>
      `commit refs/heads/many\nmark :${at + 1}\ncommitter a <a@b> ${1_600_000_000 + 86_400 * at} +0000\ndata 1\nx\n${changes.join('')}`,
  );
  gitIn(top, ['fast-import', '--quiet'], { input: stream.join('') });
  const ids = gitIn(top, ['rev-list', '--reverse', 'many']).split('\n');
  const { findings } = await scanHistory(top);
  const told = new Map(findings.map((finding) => [finding.fingerprint, originOf(finding)]));
  expect(numbers.map((at) => told.get(fingerprintOf(`many-${at}`))?.firstCommit?.id)).toEqual(
    numbers.map(() => ids[0]),
  );
  expect(numbers.map((at) => told.get(fingerprintOf(`many-${at}`))?.lastCommit?.id)).toEqual(ids.slice(0, count));
  expect(new Set(findings.flatMap((finding) => originOf(finding).refs))).toEqual(new Set(['refs/heads/many']));
});

test('refs survive the way through a shard', async () => {
  const top = repository({ 'a.ini': secretLine('shard') });
  for (let i = 0; i < 300; i++) git(top, 'branch', `b${i}`);
  const out = stage();
  const whole = await jsonHistory(top);
  const { report } = await jsonHistory(top, '--shard', '1/1');
  writeFileSync(join(out, '1.json'), JSON.stringify(report));
  expect(withoutCached(await mergeFiles(out, [join(out, '1.json')]))).toEqual(withoutCached(whole.report));
});
