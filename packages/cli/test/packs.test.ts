/** Packs read by ourselves: the same objects as git reads, byte for byte, or left to git. Also where packs are damaged. */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { gateMemory, gateRoom } from '@bnguard/engine/gates';
import { describe, expect, test } from 'vitest';
import { roomSize } from '../src/git/batch-output.ts';
import { openDatabase, type Database } from '../src/git/database.ts';
import { ObjectStream } from '../src/git/object-stream.ts';
import { applyDelta, deltasIn, readDeltaHead, type ApplyDelta } from '../src/git/packs/delta.ts';
import { inflateAgain, inflateAnew, type Inflate } from '../src/git/packs/inflate.ts';
import { PackWalk, walkRoomSize } from '../src/git/packs/pack-walk.ts';
import { Known } from '../src/sources/history/known.ts';
import { chunkOf, listAll } from '../src/sources/history/listing.ts';
import { kinds, ObjectTable } from '../src/sources/history/object-table.ts';
import { PackPlans, takePart } from '../src/sources/history/pack-plan.ts';
import { gitIn, scanHistory, secretLine, threads, writeCommit, writeRaw } from './history-stage.ts';
import { stage } from './scan-stage.ts';

// ---------------------------------------------------------------------------------------------------------------
// The same objects, in two ways

/** Type, size and hash of each object that could be read, by its number. */
type Content = Map<number, string>;

const contentOf = (type: string, bytes: Uint8Array): string =>
  `${type} ${bytes.length} ${createHash('sha1').update(bytes).digest('hex')}`;

interface Listed {
  readonly store: Database;
  readonly table: ObjectTable;
  readonly objects: readonly number[];
}

async function list(top: string): Promise<Listed> {
  const store = await openDatabase(top);
  const known = new Known(store.idBytes);
  const { trees, others } = await listAll(store, known, () => {});
  return { store, table: known.table, objects: [...trees, ...others] };
}

/** What we read ourselves, in memory of this kind; all others are left to git. */
function readPacks({ store, table, objects }: Listed, room = () => gateRoom(walkRoomSize)): Content {
  const content: Content = new Map();
  const plans = new PackPlans(store, table, new Uint8Array(table.count).fill(1)).plan(objects);
  const left = new Set(plans.left);
  for (const plan of plans.plans) {
    const walk = new PackWalk(plan.pack, room());
    for (let part = takePart(plan); part; part = takePart(plan)) {
      const unread = walk.read(part, plan.route, (object, type, bytes) => {
        expect(content.has(object), 'read once').toBe(false);
        content.set(object, contentOf(type, bytes));
      });
      for (const object of unread) left.add(object);
    }
    walk.close();
  }
  // Nothing is forgotten, and nothing done twice.
  expect(content.size + left.size).toBe(objects.length);
  expect(objects.every((object) => content.has(object) !== left.has(object))).toBe(true);
  return content;
}

async function readByGit({ store, table, objects }: Listed): Promise<Content> {
  const content: Content = new Map();
  let failure: Error | undefined;
  const sink = {
    whole: (object: number, type: string, bytes: Uint8Array) => void content.set(object, contentOf(type, bytes)),
    piece: () => {},
    lost: () => {},
  };
  const stream = new ObjectStream(store, sink, {
    buffered: true,
    room: Buffer.alloc(roomSize),
    onStart: () => {},
    onFailure: (error) => (failure = error),
  });
  const { indexes, ids } = chunkOf(table, objects);
  stream.ask(indexes, ids);
  await stream.finish();
  if (failure) throw failure;
  return content;
}

/** All that we read ourselves is as git has it; how much of it that is. */
async function compare(top: string): Promise<{ readonly ours: number; readonly gits: number; readonly all: number }> {
  const listed = await list(top);
  const ours = readPacks(listed);
  const gits = await readByGit(listed);
  const different = [...ours].filter(([object, content]) => gits.get(object) !== content);
  expect(different.map(([object, content]) => [listed.table.hex(object), content, gits.get(object)])).toEqual([]);
  return { ours: ours.size, gits: gits.size, all: listed.objects.length };
}

// ---------------------------------------------------------------------------------------------------------------
// Repositories

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A history of 60 commits over five files of which each grows and changes, so that packs hold deltas of deltas. */
function versions(top = stage()): string {
  gitIn(top, ['init', '-q', '-b', 'main']);
  const random = numbers(7);
  const files = Array.from({ length: 5 }, (_, file) =>
    Array.from({ length: 40 * (file + 1) }, (_line, line) => `line ${line} of ${file}: ${random(1e9)} ${random(1e9)}`),
  );
  const story: string[] = [];
  for (let commit = 0; commit < 60; commit++) {
    story.push(
      `commit refs/heads/main\ncommitter C <c@example.org> ${1_700_000_000 + commit} +0000\ndata 7\nchange\n\n`,
    );
    for (const [file, lines] of files.entries()) {
      for (let change = random(4); change > 0; change--) lines[random(lines.length)] = `${commit} ${random(1e9)}`;
      if (commit % 7 === file) lines.splice(random(lines.length), random(3), ...lines.slice(0, 3));
      if (commit === 30 && file === 2) lines.push(secretLine('packed').trim());
      const text = `${lines.join('\n')}\n`;
      story.push(`M 100644 inline folder/file-${file}.txt\ndata ${text.length}\n${text}\n`);
    }
  }
  gitIn(top, ['fast-import', '--quiet'], { input: story.join('') });
  gitIn(top, ['tag', '-a', 'v1', '-m', 'first', 'main']);
  return top;
}

const repack = (top: string, ...options: string[]): string =>
  gitIn(top, [...options.flatMap((option) => ['-c', option]), 'repack', '-adfq', '--depth=50', '--window=50']);

/** The paths of its packs, without endings, writable. */
function packsOf(top: string): string[] {
  const folder = join(top, '.git/objects/pack');
  const packs = readdirSync(folder).filter((name) => name.endsWith('.pack'));
  return packs.map((name) => {
    const path = join(folder, name.slice(0, -5));
    for (const ending of ['.pack', '.idx']) chmodSync(path + ending, 0o644);
    return path;
  });
}

/** A repository that is one pack: its path without ending, and what its files hold. */
function onePack(): { top: string; path: string; whole: Readonly<Record<'pack' | 'idx', Buffer>> } {
  const top = versions();
  repack(top);
  const [path] = packsOf(top) as [string];
  return { top, path, whole: { pack: readFileSync(`${path}.pack`), idx: readFileSync(`${path}.idx`) } };
}

const depthOf = (path: string): number => {
  const depths = gitIn('/', ['verify-pack', '-v', path]).matchAll(/^[0-9a-f]{40} \w+ +\d+ \d+ \d+ (\d+) /gm);
  return Math.max(0, ...[...depths].map(([, depth]) => Number(depth)));
};

// ---------------------------------------------------------------------------------------------------------------

describe('packs that are whole', () => {
  test('deltas of deltas, by their distance', async () => {
    const top = versions();
    repack(top);
    expect(depthOf(packsOf(top)[0]!)).toBeGreaterThan(8);
    const { ours, gits, all } = await compare(top);
    expect([ours, gits]).toEqual([all, all]);
    expect(all).toBeGreaterThan(300);
  });

  test('deltas that name their base', async () => {
    const top = versions();
    repack(top, 'repack.useDeltaBaseOffset=false');
    expect(depthOf(packsOf(top)[0]!)).toBeGreaterThan(8);
    const { ours, all } = await compare(top);
    expect(ours).toBe(all);
  });

  test('several packs, loose objects beside them, and a borrowed store', async () => {
    const lender = versions();
    repack(lender);
    const top = stage();
    gitIn(top, ['clone', '-q', '--shared', lender, '.']);
    for (const day of [1, 2]) {
      writeCommit(top, { [`${day}.txt`]: `${day}\n`.repeat(50) }, { day, ref: `refs/heads/${day}` });
      if (day === 1) gitIn(top, ['repack', '-dlq']);
    }
    const { ours, gits, all } = await compare(top);
    expect(gits).toBe(all);
    // The last commit, its tree and its file are loose.
    expect(ours).toBe(all - 3);
  });

  test('the scan is the same as of loose objects, with threads and without', { timeout: 60_000 }, async () => {
    const packed = versions();
    repack(packed);
    const loose = versions();
    const [path] = packsOf(loose) as [string];
    const pack = readFileSync(`${path}.pack`);
    for (const ending of ['.pack', '.idx', '.rev']) rmSync(path + ending, { force: true });
    gitIn(loose, ['unpack-objects', '-q'], { input: pack });
    expect(packsOf(loose)).toEqual([]);
    const nameless = async (top: string, how = {}): Promise<string> =>
      JSON.stringify(await scanHistory(top, how), (key, value: unknown) => (key === 'repository' ? '' : value));
    const whole = await nameless(loose);
    expect(JSON.parse(whole)).toMatchObject({ complete: true, findings: [{ rule: 'secret-key' }] });
    expect(await nameless(packed)).toBe(whole);
    expect(await nameless(packed, { jobs: 3, threads })).toBe(whole);
  });

  test('objects of more than 8 MB, and what is made from them, are left to git', async () => {
    const top = stage();
    gitIn(top, ['init', '-q']);
    const random = numbers(3);
    const block = Array.from({ length: 20_000 }, () => random(1e9)).join(' ');
    const large = block.repeat(50);
    writeCommit(top, { large }, { day: 1, ref: 'refs/heads/a' });
    writeCommit(top, { large: `${large} and more` }, { day: 2, ref: 'refs/heads/b' });
    repack(top);
    const { ours, all } = await compare(top);
    expect([ours, all]).toEqual([4, 6]);
  });
});

describe('packs that are not', () => {
  test.each(['pack', 'idx'] as const)('bits of the %s are flipped: what we read is as git reads it', async (ending) => {
    const { top, path, whole } = onePack();
    const random = numbers(ending === 'pack' ? 11 : 12);
    let [read, left] = [0, 0];
    for (let round = 0; round < 30; round++) {
      const bytes = Buffer.from(whole[ending]);
      for (let flips = 1 + random(4); flips > 0; flips--) bytes[random(bytes.length)]! ^= 1 << random(8);
      writeFileSync(`${path}.${ending}`, bytes);
      try {
        const { ours, all } = await compare(top);
        read += ours;
        left += all - ours;
      } catch (error) {
        // git may refuse the whole.
        expect(String(error)).toMatch(/git/);
      }
    }
    expect(left).toBeGreaterThan(100);
    expect(read).toBeGreaterThan(1000);
  });

  test('a pack that is cut off, another than the index tells of, or gone', async () => {
    const { top, path, whole } = onePack();
    const listed = await list(top);
    for (const bytes of [whole.pack.subarray(0, -21), Buffer.from('PACK'), Buffer.alloc(0), undefined]) {
      if (bytes) writeFileSync(`${path}.pack`, bytes);
      else rmSync(`${path}.pack`);
      expect(readPacks(listed).size).toBe(0);
    }
    writeFileSync(`${path}.pack`, whole.pack);
    expect(readPacks(listed).size).toBe(listed.objects.length);
  });
});

describe('packs made to harm', () => {
  test('bases that form a circle, that are not there, or that come later', async () => {
    const top = stage();
    gitIn(top, ['init', '-q']);
    const [a, b, c, d, e] = ['aa', 'bb', 'cc', 'dd', 'ee'].map((byte) => byte.repeat(20)) as [
      ...[string, string, string, string, string],
    ];
    const copyOf = (size: number): Buffer => Buffer.from([size, size, 0x90, size]);
    writePack(top, [
      { id: a, type: 7, base: b, data: copyOf(4) },
      { id: b, type: 7, base: a, data: copyOf(4) },
      { id: c, type: 7, base: e, data: copyOf(5) },
      { id: d, type: 7, base: 'ff'.repeat(20), data: copyOf(5) },
      { id: e, type: 3, data: Buffer.from('three') },
    ]);
    // git itself never ends with a circle, so it is not asked.
    const store = await openDatabase(top);
    const table = new ObjectTable(store.idBytes);
    const objects = [a, b, c, d, e].map((id) => table.add(Buffer.from(id, 'hex'), 0, kinds.blob));
    expect([...readPacks({ store, table, objects }).keys()].sort()).toEqual([2, 4]);
  });

  test('deltas that lie', async () => {
    const top = stage();
    gitIn(top, ['init', '-q']);
    const base = writeRaw(top, 'blob', 'a base of 20 letters');
    const lies = [
      [20, 5, 0x91, 18, 5], // Copies beyond the base.
      [20, 5, 0x90, 20], // Makes more than it says.
      [20, 5, 0x90, 4], // Makes less.
      [19, 5, 0x90, 5], // Is of another base.
      [20, 5, 0], // A step that there is none of.
      [20, 5, 5, 0x41], // Inserts beyond its end.
      [20, 5, 0xff], // Ends in the middle of a step.
      [20, 0xff, 0xff, 0xff, 0xff, 0x7f, 0x80], // Makes 32 GB.
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], // Never says how much.
      [20, 1], // Too short for git.
    ].map((bytes) => Buffer.from(bytes));
    const entries = lies.map((data, n) => ({ id: writeRaw(top, 'blob', `lie ${n}`), type: 7, base, data }));
    const good = writeRaw(top, 'blob', 'base!');
    writePack(top, [
      { id: base, type: 3, data: Buffer.from('a base of 20 letters') },
      ...entries,
      { id: good, type: 7, base, data: Buffer.from([20, 5, 0x91, 2, 4, 1, 0x21]) },
    ]);
    expect((await compare(top)).ours).toBe(2);
  });

  test('a stream that says less or more than it holds', async () => {
    const top = stage();
    gitIn(top, ['init', '-q']);
    const ids = [1, 2, 3].map((n) => writeRaw(top, 'blob', `stream ${n}`)) as [string, string, string];
    writePack(top, [
      { id: ids[0], type: 3, data: Buffer.alloc(1 << 20), size: 10 },
      { id: ids[1], type: 3, data: Buffer.from('short'), size: 7 << 20 },
      { id: ids[2], type: 3, data: Buffer.from('stream 3'), size: 2 ** 40 },
    ]);
    expect((await compare(top)).ours).toBe(0);
  });
});

describe('inflating', () => {
  test.each([
    ['with one state', inflateAgain()],
    ['with a new one', inflateAnew],
  ] as const)('%s', (_, found) => {
    // This Node is made as we know it.
    const inflate = found as Inflate;
    const memory = Buffer.alloc(100);
    const text = Buffer.from('to be inflated, and inflated');
    const right = deflateSync(text);
    for (let round = 0; round < 3; round++) {
      expect(inflate(right, memory, 7, text.length)).toBe(true);
      expect(memory.subarray(7, 7 + text.length).equals(text)).toBe(true);
      expect(inflate(right, memory, 7, text.length - 1)).toBe(false);
      expect(inflate(right, memory, 7, text.length + 1)).toBe(false);
      expect(inflate(right.subarray(0, -1), memory, 7, text.length)).toBe(false);
      expect(inflate(Buffer.from('no stream'), memory, 7, text.length)).toBe(false);
      expect(inflate(deflateSync(Buffer.alloc(0)), memory, 7, 0)).toBe(true);
      // What stands behind it is of no interest: the next entry.
      expect(inflate(Buffer.concat([right, right]), memory, 7, text.length)).toBe(true);
    }
  });
});

describe('a delta', () => {
  // As much as anybody asks for here: asking for more would take this back.
  const room = gateRoom(roomSize + walkRoomSize);
  const memory = Buffer.from(room.buffer, room.byteOffset, 1 << 19);
  const fast = deltasIn(memory);
  const plain: ApplyDelta = (...of) => applyDelta(memory, ...of);

  test('is taken by WebAssembly here', () => {
    expect(memory.buffer).toBe(gateMemory()?.buffer);
    // Elsewhere without.
    expect(deltasIn(Buffer.alloc(9))(0, 2, 4, 0, 5, 1)).toBe(false);
  });

  test.each([
    ['by WebAssembly', fast],
    ['without it', plain],
  ])('writes where it should and nowhere else, whatever its bytes are: %s', (_, apply) => {
    const random = numbers(5);
    const [delta, base, to] = [0, 1000, 2000];
    let right = 0;
    for (let round = 0; round < 20_000; round++) {
      const [length, baseSize, size] = [4 + random(4), random(300), random(40)];
      memory.fill(0xee, 0, 4096);
      for (let at = 0; at < length; at++) memory[delta + at] = [random(256), 0x90, 0x91, random(32)][random(4)]!;
      const head = readDeltaHead(memory, delta, delta + length);
      if (head === undefined) continue;
      const before = Buffer.from(memory.subarray(0, 4096));
      if (apply(head.at, delta + length, base, baseSize, to, size)) right++;
      before.copy(memory, to, to, to + size);
      expect(memory.subarray(0, 4096).equals(before)).toBe(true);
    }
    expect(right).toBeGreaterThan(10);
  });

  test('makes the same in both ways, of copies of every length and place', () => {
    const random = numbers(11);
    const [delta, base, to] = [0, 1 << 16, 3 << 16];
    let right = 0;
    for (let round = 0; round < 3000; round++) {
      const baseSize = [random(300), random(70_000), 0x10000 + random(30_000)][random(3)]!;
      for (let at = 0; at < 64; at++) memory[base + random(baseSize + 1)] = random(256);
      let [end, size] = [delta, 0];
      const put = (byte: number): void => void (memory[end++] = byte);
      for (let step = 0; step < 1 + random(6); step++) {
        if (random(3) === 0) {
          const length = 1 + random(127);
          put(length);
          for (let at = 0; at < length; at++) put(random(256));
          size += length;
          continue;
        }
        // Now and then one that reaches beyond the base.
        const length = Math.max(1, [random(70), random(baseSize + 2), 0x10000][random(3)]!);
        const from = random(Math.max(1, baseSize - length + (random(20) === 0 ? 2 : 1)));
        const bytes = [from & 255, (from >> 8) & 255, from >> 16, 0, length & 255, (length >> 8) & 255, length >> 16];
        const isAll = length === 0x10000 && random(2) === 0;
        const kept = bytes.map((byte, at) => (isAll && at > 3 ? 0 : byte));
        put(kept.reduce((bits, byte, at) => bits | (byte > 0 ? 1 << at : 0), 0x80));
        for (const byte of kept) if (byte > 0) put(byte);
        size += length;
      }
      if (size > 1 << 16) continue;
      const told = [random(9) === 0 ? size + 1 : size, random(9) === 0 ? end - 1 : end] as const;
      const made = [plain, fast].map((apply) => {
        memory.fill(0, to, to + size + 64);
        const is = apply(delta, told[1], base, baseSize, to, told[0]);
        return { is, bytes: is ? memory.toString('latin1', to, to + size) : '' };
      });
      expect(made[1]!.is).toBe(made[0]!.is);
      expect(made[1]!.bytes === made[0]!.bytes).toBe(true);
      if (made[0]!.is) right++;
    }
    expect(right).toBeGreaterThan(500);
  });
});

// ---------------------------------------------------------------------------------------------------------------
// Packs made by hand

interface Entry {
  readonly id: string;
  /** As git numbers them; 7: a delta that names its base. */
  readonly type: number;
  readonly base?: string;
  readonly data: Buffer;
  /** What it says that it is long. */
  readonly size?: number;
}

/** Writes a pack with an index, however wrong, that git takes for one. */
function writePack(top: string, entries: readonly Entry[]): void {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(entries.length);
  const parts: Buffer[] = [Buffer.from('PACK\0\0\0\x02', 'latin1'), count];
  const offsets = new Map<string, number>();
  let end = 12;
  for (const { id, type, base, data, size = data.length } of entries) {
    const head: number[] = [];
    let rest = Math.floor(size / 16);
    for (let byte = (type << 4) | (size % 16); ; byte = rest % 128, rest = Math.floor(rest / 128)) {
      head.push(rest > 0 || byte >= 0x80 ? byte | 0x80 : byte);
      if (rest === 0) break;
    }
    const entry = Buffer.concat([Buffer.from(head), Buffer.from(base ?? '', 'hex'), deflateSync(data)]);
    offsets.set(id, end);
    parts.push(entry);
    end += entry.length;
  }
  const pack = sealed(parts);
  const ids = [...offsets.keys()].sort();
  const fan = Buffer.alloc(1024);
  for (let first = 0; first < 256; first++) {
    fan.writeUInt32BE(ids.filter((id) => parseInt(id.slice(0, 2), 16) <= first).length, 4 * first);
  }
  const places = Buffer.alloc(4 * ids.length);
  ids.forEach((id, at) => places.writeUInt32BE(offsets.get(id)!, 4 * at));
  const index = sealed([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    fan,
    Buffer.from(ids.join(''), 'hex'),
    Buffer.alloc(4 * ids.length),
    places,
    pack.subarray(-20),
  ]);
  const path = join(top, '.git/objects/pack', `pack-${pack.toString('hex', pack.length - 20)}`);
  writeFileSync(`${path}.pack`, pack);
  writeFileSync(`${path}.idx`, index);
}

function sealed(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([bytes, createHash('sha1').update(bytes).digest()]);
}
