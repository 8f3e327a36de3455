/** Trees are read by what differs from the tree before: what is told of each must be what it is by itself. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitBit, kinds, ObjectTable } from '../src/sources/history/object-table.ts';
import { TreeReading } from '../src/sources/history/read-trees.ts';

const idBytes = 20;
const idOf = (number: number): Buffer => Buffer.alloc(idBytes, number + 1);

/** Objects 0 to 9: trees and blobs, every other blob a hit. All above are not here. */
function tableOf(): ObjectTable {
  const table = new ObjectTable(idBytes);
  for (let number = 0; number < 10; number++) {
    const kind = number < 4 ? kinds.tree : kinds.blob;
    table.add(idOf(number), 0, number >= 4 && number % 2 === 0 ? kind | hitBit : kind);
  }
  return table;
}

interface Entry {
  readonly mode: string;
  readonly name: string;
  readonly object: number;
}

const bytesOf = (entries: readonly Entry[]): Buffer =>
  Buffer.concat(
    entries.flatMap(({ mode, name, object }) => [Buffer.from(`${mode} ${name}\0`, 'latin1'), idOf(object)]),
  );

/** What one reading tells of trees that it reads one after the other, by the names themselves. */
function told(trees: readonly Buffer[], anew: boolean): unknown[] {
  let reading = new TreeReading(tableOf());
  let names: string[] = [];
  return trees.map((bytes, index) => {
    if (anew) [reading, names] = [new TreeReading(tableOf()), []];
    reading.whole(index, 'tree', bytes);
    const { trees: counts, entries, names: added, missing } = reading.take();
    names.push(...added);
    const named = [...entries].map((one, at) => (at % 2 === 0 ? one : names[one]));
    return { counts: [...counts], named, missing: anew ? missing : undefined };
  });
}

/** What is missing is told once by each reading. */
const withoutMissing = (all: unknown[]): unknown[] => all.map((one) => ({ ...(one as object), missing: undefined }));

const entry = fc.record({
  mode: fc.constantFrom('100644', '100755', '40000', '040000', '120000', '160000', '0100644'),
  name: fc.constantFrom('a', 'b', 'bb', '.env', 'user.cfg', 'x 100644 y', '100644 a', `n${'m'.repeat(40)}`, 'é', ''),
  object: fc.nat(11),
});
/** What becomes of a tree in the next commit. */
const change = fc.record({
  at: fc.nat(40),
  do: fc.constantFrom('object', 'name', 'mode', 'insert', 'delete', 'cut', 'same', 'shift'),
  other: entry,
});

function changed(
  entries: readonly Entry[],
  { at, do: what, other }: { at: number; do: string; other: Entry },
): Entry[] {
  const place = at % Math.max(1, entries.length);
  const with_ = (one: Partial<Entry>): Entry[] => entries.map((old, i) => (i === place ? { ...old, ...one } : old));
  if (what === 'object') return with_({ object: other.object });
  if (what === 'name') return with_({ name: other.name });
  if (what === 'mode') return with_({ mode: other.mode });
  if (what === 'insert') return entries.toSpliced(place, 0, other);
  if (what === 'delete') return entries.toSpliced(place, 1);
  return [...entries];
}

describe('a tree behind another', () => {
  test('is read as if it were the first, whatever differs', () => {
    const run = fc.tuple(fc.array(entry, { maxLength: 12 }), fc.array(change, { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(run, ([first, changes]) => {
        const trees = [bytesOf(first)];
        let entries: Entry[] = first;
        for (const one of changes) {
          entries = changed(entries, one);
          const bytes = bytesOf(entries);
          // Some are cut off, some begin in the middle of another's entry.
          const from = one.do === 'shift' ? one.at % (bytes.length + 1) : 0;
          trees.push(bytes.subarray(from, one.do === 'cut' ? bytes.length - (one.at % (bytes.length + 1)) : undefined));
        }
        expect(withoutMissing(told(trees, false))).toEqual(withoutMissing(told(trees, true)));
      }),
      { seed: Number(process.env['FUZZ_SEED'] ?? 20261129), numRuns: 3000 },
    );
  });

  test('is so when both are long', () => {
    const many = Array.from({ length: 2500 }, (_, i) => ({ mode: '100644', name: `file-${i}`, object: i % 10 }));
    const other = many.map((one, i) => (i % 97 === 0 ? { ...one, object: (i + 2) % 10 } : one));
    const longer = many.with(3, { ...many[3]!, name: 'x'.repeat(70_000) });
    const trees = [many, other, longer, many, longer.slice(0, 5), other].map(bytesOf);
    expect(withoutMissing(told(trees, false))).toEqual(withoutMissing(told(trees, true)));
    expect((told(trees, true)[0] as { named: unknown[] }).named.length).toBeGreaterThan(1000);
  });
});
