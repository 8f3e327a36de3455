// Speed of the gates against a floor in the same run: one memchr-like search for an absent byte over the same bytes.
// Prints GB/s and the ratio to the floor for each kind of content; `node bench/gates.mjs [FOLDER]` adds a source tree.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { mayHold } from '../packages/engine/dist/carriers.js';
import { gateHits, passes } from '../packages/engine/dist/prefilter.js';

const SIZE = 64 * 2 ** 20;

/** Repeats a piece until SIZE. */
const repeat = (piece) => Buffer.alloc(SIZE, piece);
let seed = 1;
const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const noise = (letters, length) =>
  Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Source text from a folder, with everything that a gate would hit blanked, so that searches run to the end. */
function sourceText(folder) {
  const parts = [];
  let size = 0;
  const visit = (directory) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && entry.name !== '.git') visit(path);
      else if (entry.isFile() && size < SIZE && /\.(?:[cm]?[jt]s|json|md|py|go|java)$/.test(entry.name)) {
        if (statSync(path).size > 2 ** 21) continue;
        const bytes = readFileSync(path);
        for (const hit of gateHits(bytes)) for (let at = hit.start + 5; at < hit.end; at += 60) bytes[at] = 0x20;
        parts.push(bytes);
        size += bytes.length;
      }
    }
  };
  visit(folder);
  return Buffer.alloc(SIZE, Buffer.concat(parts));
}

const contents = {
  source: sourceText(process.argv[2] ?? 'node_modules'),
  'base64, 76 columns': repeat(
    Array.from({ length: 5000 }, () => `${noise(BASE64, 20)}+${noise(BASE64, 34)}/${noise(BASE64, 20)}\n`).join(''),
  ),
  'base64, one line': repeat(Array.from({ length: 5000 }, () => `${noise(BASE64, 60)}+`).join('')),
  'hex lines': repeat(Array.from({ length: 5000 }, () => `${noise('0123456789abcdef', 40)}\n`).join('')),
  zeros: repeat('\0'),
  'one letter, runs of 63': repeat(`${'a'.repeat(63)} `),
  'nce nce nce': repeat('nce '),
  'half literals': repeat('inance private ke reqtrade '),
  'random bytes': repeat(Buffer.from(Array.from({ length: 1 << 20 }, () => Math.floor(random() * 256)))),
  'UTF-16 source': repeat(
    Buffer.from(
      sourceText('packages')
        .subarray(0, 1 << 22)
        .toString('latin1'),
      'utf16le',
    ),
  ),
  'numbers, little endian': repeat(Buffer.from(Int32Array.from({ length: 1 << 16 }, () => random() * 300).buffer)),
};
const hits = { 'one letter, 64 MB (hits)': repeat('a'), 'a hit a line': repeat('const a = new Binance("x");\n') };

function speed(run, bytes) {
  let best = Infinity;
  for (let round = 0; round < 4; round++) {
    const begin = performance.now();
    run(bytes);
    best = Math.min(best, performance.now() - begin);
  }
  return bytes.length / best / 1e6;
}
const row = (name, rate, floor) =>
  console.log(
    `${name.padEnd(28)} ${rate.toFixed(2).padStart(7)} GB/s ${(rate / floor).toFixed(3).padStart(7)} of the floor`,
  );

for (const [name, bytes] of Object.entries(contents)) {
  if (passes(bytes)) throw new Error(`'${name}' is meant to pass no gate, but ${JSON.stringify(gateHits(bytes)[0])}`);
  const floor = speed(
    (b) => b.indexOf(0xfe),
    bytes.map((byte) => (byte === 0xfe ? 0 : byte)),
  );
  row(`${name}`, speed(passes, bytes), floor);
  // Beyond the gates: what follows for all that only speaks of Binance. It stops early where something may be held.
  row(`  ${mayHold(bytes) ? 'may hold' : 'holds nothing'}`, speed(mayHold, bytes), floor);
}
for (const [name, bytes] of Object.entries(hits)) {
  row(
    name,
    speed(gateHits, bytes),
    speed((b) => b.indexOf(0xfe), bytes),
  );
}
