/**
 * What holds for every text, however broken: nothing throws, places lie where they should, no value is told, and the
 * same content gives the same findings whichever way it comes in. The seed is fixed; `FUZZ_SEED=… FUZZ_RUNS=…` looks
 * further. A failure prints its recipe, which holds no value.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conclude, detect } from '../src/conclude.ts';
import { explain } from '../src/explain.ts';
import { locate } from '../src/locate.ts';
import { observe } from '../src/observe.ts';
import { read } from '../src/read/index.ts';
import { Secret } from '../src/secret.ts';
import type { Document, Finding, Observation, Span } from '../src/types.ts';
import { type Limits, documents } from '../src/windows.ts';
import { cook, corpus, recipe, type CorpusFile, type Recipe } from './mutations.ts';
import { expectSound, textsIn } from './sound.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);
const factor = Number(process.env['FUZZ_RUNS'] ?? 1000) / 1000;
const runs = (count: number): { seed: number; numRuns: number } => ({ seed, numRuns: Math.ceil(count * factor) });

const documentOf = ({ path, text }: { path: string; text: string }): Document => ({
  path,
  text,
  origin: { kind: 'file' },
});

/** Holds for all recipes. What a failed expectation says may quote the text, so only its place is passed on. */
function holds(count: number, law: (made: CorpusFile, recipe: Recipe) => void): void {
  fc.assert(
    fc.property(recipe, (one) => {
      try {
        law(cook(one), one);
      } catch (error) {
        const { name, stack = '' } = error as Error;
        const frames = stack.split('\n').filter((line) => /^\s+at .*(?:src|test)\//.test(line));
        throw new Error([name, ...frames.slice(0, 6)].join('\n'));
      }
    }),
    { ...runs(count), errorWithCause: false, includeErrorInReport: true } as fc.Parameters<[Recipe]>,
  );
}

/** A finding as it is, whatever the file's line ends and encoding. */
const told = ({ findings }: { findings: readonly Finding[] }): string[] =>
  findings.map(({ rule, role, severity, confidence, fingerprint, environment, pair, start, message }) =>
    JSON.stringify([rule, role, severity, confidence, fingerprint, environment, pair, start, message]),
  );

/** Pieces of what stands in a place: 8 letters or digits of which one is a digit, as no word has them. */
function piecesOf(values: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const value of values) {
    for (const [run] of value.toLowerCase().matchAll(/[a-z0-9]{20,}/g)) {
      for (let at = 0; at + 8 <= run.length; at += 1) {
        const piece = run.slice(at, at + 8);
        if (/\d/.test(piece)) pieces.add(piece);
      }
    }
  }
  return pieces;
}

function holdsPiece(output: unknown, pieces: ReadonlySet<string>): boolean {
  for (const [run] of JSON.stringify(output)
    .toLowerCase()
    .matchAll(/[a-z0-9]{8,}/g)) {
    for (let at = 0; at + 8 <= run.length; at += 1) if (pieces.has(run.slice(at, at + 8))) return true;
  }
  return false;
}

/** Both ends are places of the text, in order, and the locator takes them back to where they are from. */
function expectPlaced(document: Document, placed: Pick<Finding, 'start' | 'end'>): string {
  const locator = locate(document);
  const [start, end] = [locator.offset(placed.start), locator.offset(placed.end)];
  expect(start).toBeLessThan(end);
  expect(locator.place(start)).toEqual(placed.start);
  expect(locator.place(end)).toEqual(placed.end);
  return document.text.slice(start, end);
}

function expectInside({ start, end }: Span, text: string): void {
  expect(start >= 0 && start <= end && end <= text.length).toBe(true);
}

describe('whatever becomes of a file', () => {
  it('is read without an exception, soundly, and told without its values', { timeout: 120_000 }, () => {
    let plain = 0;
    holds(1000, (made) => {
      const document = documentOf(made);
      const observations = observe(document);
      const { findings } = conclude(observations);
      const values: string[] = [];
      const places: Finding['start'][] = [];
      for (const one of observations) {
        if (one.kind === 'project' || one.kind === 'file') continue;
        const value = expectPlaced(document, one);
        if (one.kind !== 'credential') continue;
        values.push(value);
        places.push(one.start);
      }
      for (const finding of findings) {
        const value = expectPlaced(document, finding);
        // A private key's identity is that of its bytes, and a passphrase is named by its place.
        if (/^(?:unused-ignore|private-key|key-passphrase)$/.test(finding.rule)) continue;
        if (!/^[A-Za-z0-9]{64}$/.test(value)) continue;
        const domain = finding.rule === 'signed-request' ? { domain: 'signature' } : {};
        expect(finding.fingerprint).toBe(new Secret(value, domain).fingerprint);
        plain += 1;
      }
      const explanations = explain(document);
      for (const [at, { line, column }] of places.entries()) {
        const output = [observations, findings, explanations].map((some) =>
          some.filter((one) => 'start' in one && one.start.line === line && one.start.column === column),
        );
        expect(holdsPiece(output, piecesOf(values.slice(Math.max(0, at - 2), at + 3)))).toBe(false);
      }
    });
    expect(plain).toBeGreaterThan(600 * factor);
  });

  it('gives the same observations every time', () => {
    holds(200, (made) => {
      expect(JSON.stringify(observe(documentOf(made)))).toBe(JSON.stringify(observe(documentOf(made))));
    });
  });

  it('has a sound reading', () => {
    holds(500, (made) => {
      const { bindings, calls, comments } = read(documentOf(made));
      for (const { value, span } of [...bindings, ...calls.flatMap(({ args }) => args)]) {
        expectInside(span, made.text);
        for (const text of textsIn(value)) expectSound(text, made.text);
      }
      for (const span of [...comments, ...calls.map((call) => call.span)]) expectInside(span, made.text);
    });
  });

  it('gives the same findings in UTF-8 and UTF-16', () => {
    holds(150, (made) => {
      const text = Buffer.from(made.text)
        .toString()
        .replaceAll('\0', '')
        .replace(/^\ufeff+/, '');
      const from = (bytes: Uint8Array): string[] => told(conclude(through(made.path, bytes)));
      const expected = from(Buffer.from(text));
      expect(from(Buffer.from(`\ufeff${text}`))).toEqual(expected);
      expect(from(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
      expect(from(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(expected);
    });
  });
});

/** The observations of a file, as the scan gets them. */
function through(path: string, bytes: Uint8Array, limits?: Limits, most = Infinity): Observation[] {
  const source = {
    size: bytes.length,
    read: (at: number, length: number) => bytes.subarray(at, at + Math.min(length, most)),
  };
  return [...documents(source, path, { kind: 'file' }, limits)].flatMap((document) => observe(document));
}

describe('a file that is read in pieces', () => {
  const limits = { whole: 6000, pad: 2048, head: 512, longestRun: 1000 };

  it('gives the same findings whatever the pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(corpus.length - 1), { minLength: 6, maxLength: 12 }),
        fc.integer({ min: 8, max: 5000 }),
        fc.integer({ min: 1, max: 5000 }),
        (files, chunk, most) => {
          const bytes = Buffer.from(files.map((at) => corpus[at]!.text).join('\n\n'));
          const { path } = corpus[files[0]!]!;
          const expected = told(conclude(through(path, bytes, { ...limits, chunk: 1 << 20 })));
          const got = told(conclude(through(path, bytes, { ...limits, chunk }, most)));
          expect(got.length === expected.length && got.every((one, at) => one === expected[at])).toBe(true);
        },
      ),
      runs(60),
    );
  });

  it('finds the keys of every window once, where they stand', () => {
    const files = corpus.filter((_, at) => at % 4 === 0);
    const bytes = Buffer.from(files.map(({ text }) => text).join('\n\n'));
    const text = bytes.toString();
    const observations = through('all.txt', bytes, { ...limits, chunk: 3000 });
    const credentials = observations.filter((one) => one.kind === 'credential');
    const places = credentials.map(({ start, shape }) => `${start.line}:${start.column} ${shape}`);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(files.length);
    for (const one of credentials) expectPlaced(documentOf({ path: '', text }), one);
  });
});

/** How a remark is written in a file of this name; none where nothing is one. */
function remarkFor(path: string): string | undefined {
  const extension = /\.(\w+)$/.exec(path)?.[1] ?? '';
  if (/^(?:py|sh|rb|ya?ml|toml|env|r|jl|exs?|pl|tf|ini|cfg|properties|ps1|nim)$/.test(extension)) return '# a remark';
  if (/^(?:[cm]?[jt]sx?|go|java|kts?|scala|cs|fs|rs|c|cpp|h|swift|dart|php|groovy|gradle)$/.test(extension))
    return '// a remark';
  if (/^(?:lua|hs|sql)$/.test(extension)) return '-- a remark';
  return /^(?:md|html?|xml|csproj|vue)$/.test(extension) ? '<!-- a remark -->' : undefined;
}

describe('the files of the corpus', () => {
  it.each(corpus.map((one) => [one.path, one] as const))(
    '%s: line ends and a last remark change nothing',
    (path, one) => {
      const expected = told(detect(documentOf(one)));
      const text = one.text.replaceAll('\r\n', '\n');
      expect(told(detect(documentOf({ path, text: text.replaceAll('\n', '\r\n') })))).toEqual(
        text === one.text ? expected : told(detect(documentOf({ path, text }))),
      );
      const remark = remarkFor(path);
      if (remark === undefined) return;
      expect(told(detect(documentOf({ path, text: `${one.text}\n${remark}\n` })))).toEqual(expected);
    },
  );
});
