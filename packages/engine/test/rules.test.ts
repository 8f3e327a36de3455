// Every example of every rule, in every form in which a file can hold it: the placeholder's place is the place where
// the finding must be.
import { createPrivateKey } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/decode.ts';
import { expand, type Placement } from '../src/examples.ts';
import { conclude, detect, observe, observeFile } from '../src/index.ts';
import { isWanted } from '../src/prefilter.ts';
import { rules } from '../src/rules/index.ts';
import { Secret } from '../src/secret.ts';
import type { Document, Example, Finding, Observation, Place, Rule } from '../src/types.ts';

interface Expected {
  readonly rule: string;
  readonly start: Place;
  readonly end: Place;
}

/** One example in one form: the bytes of a file, and what must be found in it. */
interface Variant {
  readonly name: string;
  readonly bytes: Buffer;
  readonly expected: readonly Expected[];
}

/** The day of all examples. */
const today = { asOf: '2026-11-28T00:00:00Z' };

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  const { leaks, clean, missed } = rule.examples;

  describe.each(leaks.map(asExample))('leaks: $path $text', ({ path, text, git, beside }) => {
    test.each(variants(rule, path, text))('$name', ({ bytes, expected: inText }) => {
      // A file's name and what git does with it are a finding of the whole file.
      const expected = git ? [...inText, wholeFile(rule)] : inText;
      if (!git) {
        expect(isWanted(path ?? '', bytes), 'no gate opens for these bytes, so no scan would read them').toBe(true);
      }
      const findings = findingsIn(document(path, bytes), { git, beside });
      const found = findings.map(({ rule, start, end }) => ({ rule, start, end }));
      if (expected.length > 0) expect(sorted(found)).toEqual(sorted(expected));
      else expect(findings.map((finding) => finding.rule)).toEqual([rule.id]);
      expect(findings.filter(({ confidence }) => confidence === 'possible')).toEqual([]);
    });

    test('the fingerprint is that of the decoded value', () => {
      const { text: whole, placements } = expand(text);
      const findings = findingsIn(document(path, Buffer.from(whole)), { git, beside });
      for (const { kind, label, span, value } of joined(placements.filter(({ credential }) => credential))) {
        // A signature is no credential: its fingerprint is of another domain.
        if (kind === 'marked' || ruleOf(label, rule) === 'signed-request') continue;
        const { line, column } = place(whole, span.start);
        const finding = findings.find(
          ({ rule: id, start }) => id === ruleOf(label, rule) && start.line === line && start.column === column,
        );
        if (kind !== 'pem-encrypted' && kind !== 'xml-rsa') expect(finding?.fingerprint).toBe(fingerprint(kind, value));
      }
    });

    test('no message holds the value', () => {
      const { text: whole, placements } = expand(text);
      const said = JSON.stringify(findingsIn(document(path, Buffer.from(whole)), { git, beside }));
      for (const { kind, value, credential } of placements) {
        if (credential && kind !== 'marked') expect(pieces(value).filter((piece) => said.includes(piece))).toEqual([]);
      }
    });
  });

  if (clean.length > 0) {
    test.each(clean.map(asExample))('clean: $path $text', (example) => {
      expect(found(example).map(briefly)).toEqual([]);
    });
  }

  if (missed.length > 0) {
    test.each(missed.map(asExample))('missed: $text', (example) => {
      const now = found(example).filter(({ confidence }) => confidence !== 'possible');
      expect(now.map(briefly), 'this is found now: move the example up to leaks').toEqual([]);
    });
  }

  test('says what people must know', () => {
    for (const words of [rule.title, rule.finds, rule.why, ...rule.advice]) expect(words).not.toBe('');
    expect(rule.advice.length).toBeGreaterThan(0);
    // What Binance publishes may not stand here; documented.test.ts plants one by its hash.
    if (rule.id !== 'documented-example' && !needsInventory(rule)) expect(leaks.length).toBeGreaterThanOrEqual(3);
    if (!needsInventory(rule)) expect(clean.length).toBeGreaterThanOrEqual(3);
    for (const example of missed.map(asExample)) expect(example.because, 'missed examples say why').toBeTruthy();
  });
});

/** What one text cannot show is tested in inventory.test.ts. */
function needsInventory({ id }: Rule): boolean {
  return id === 'inventory-mismatch';
}

test('the list names every file in rules/ that holds a rule, by its id', () => {
  const folder = new URL('../src/rules/', import.meta.url);
  const holdsRule = (name: string): boolean => /: Rule = \{/.test(readFileSync(new URL(name, folder), 'utf8'));
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && holdsRule(name));
  expect(rules.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

function asExample(example: string | Example): Example {
  return typeof example === 'string' ? { text: example } : example;
}

function document(path: string | undefined, bytes: Buffer): Document {
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') throw new Error('The example was taken for a binary file.');
  return { path: path ?? '', origin: { kind: 'file' }, text: decoded.text };
}

function found({ path, text, git, beside }: Example): readonly Finding[] {
  return findingsIn(document(path, Buffer.from(expand(text).text)), { git, beside });
}

/** The findings in one document of a repository, with what git does with its file. */
function findingsIn(
  one: Document,
  { git, beside = [] }: { readonly [K in 'git' | 'beside']: Example[K] | undefined },
): readonly Finding[] {
  if (git === undefined && beside.length === 0) return detect(one, today).findings;
  const others = beside.map(({ path, text }) => document(path, Buffer.from(text)));
  const observations: Observation[] = [one, ...others].flatMap((each) => observe(each));
  if (git !== undefined && git !== 'ignored') {
    const { path, origin, text } = one;
    const exists = text !== '';
    const because = 'no rule of .gitignore covers it';
    observations.push(observeFile({ path, origin, state: git, exists, because }, exists ? text : undefined));
  }
  return conclude(observations, today).findings.filter(({ path }) => path === one.path);
}

function wholeFile({ id }: Rule): Expected {
  const start = { line: 1, column: 1 };
  return { rule: id, start, end: start };
}

/** Of a private key it is taken of its PKCS#8, here as OpenSSL writes it. */
function fingerprint(kind: string, value: string): string {
  if (!/^(?:pem|der)-/.test(kind)) return new Secret(value).fingerprint;
  const der = { key: Buffer.from(value, 'base64'), format: 'der', type: 'pkcs8' } as const;
  const key = createPrivateKey(kind.startsWith('der-') ? der : value);
  return new Secret('', { bytes: key.export({ format: 'der', type: 'pkcs8' }) }).fingerprint;
}

/** A finding in a line, for the message of a failed test. */
function briefly({ rule, confidence, start, masked }: Finding): string {
  return `${rule} (${confidence}) ${start.line}:${start.column} ${masked}`;
}

function sorted(list: readonly Expected[]): Expected[] {
  return list.toSorted(
    (a, b) => a.start.line - b.start.line || a.start.column - b.start.column || (a.rule < b.rule ? -1 : 1),
  );
}

/** All runs of eight characters behind the mask. */
function pieces(value: string): string[] {
  const letters = value.replace(/-----[A-Z ]+-----|\s/g, '');
  return Array.from({ length: Math.max(0, letters.length - 11) }, (_, at) => letters.slice(at + 4, at + 12));
}

// The forms

const FOX = '🦊';

function variants(rule: Rule, path: string | undefined, template: string): Variant[] {
  const { text, placements } = expand(template);
  const leaks = joined(placements.filter(({ credential, label }) => credential || ruleNamed(label)));
  const at = (shown: string, move: (offset: number) => number): Expected[] =>
    leaks.map(({ label, span }) => ({
      rule: ruleOf(label, rule),
      start: place(shown, move(span.start)),
      end: place(shown, move(span.end)),
    }));
  const expected = at(text, (offset) => offset);
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const list: Variant[] = [
    { name: 'as it is', bytes: Buffer.from(text), expected },
    { name: 'CRLF', bytes: Buffer.from(text.replaceAll('\n', '\r\n')), expected },
    { name: 'with a byte-order mark', bytes: Buffer.from(`\uFEFF${text}`), expected },
    { name: 'UTF-16, little-endian', bytes: utf16, expected },
    { name: 'UTF-16, big-endian', bytes: Buffer.from(utf16).swap16(), expected },
  ];

  const [open, close] = commentMarks(path);
  if (open) {
    const before = `${open} ${FOX}${FOX}${close}\n`;
    const shown = before + text;
    const moved = at(shown, (offset) => offset + before.length);
    list.push({ name: 'after a line with emoji', bytes: Buffer.from(shown), expected: moved });
  }

  // Only where a comment can stand before anything: not in a text of several lines.
  if (open === '//' && leaks.length > 0 && placements.every(({ kind }) => !kind.startsWith('pem-'))) {
    const comment = `/* ${FOX} */ `;
    const starts = new Set(leaks.map(({ span }) => text.lastIndexOf('\n', span.start - 1) + 1));
    const move = (offset: number): number =>
      offset + comment.length * [...starts].filter((start) => start <= offset).length;
    const shown = [0, ...starts, text.length]
      .toSorted((a, b) => a - b)
      .map(
        (start, i, all) =>
          (starts.has(start) && start !== all[i - 1] ? comment : '') + text.slice(start, all[i + 1] ?? start),
      )
      .join('');
    list.push({ name: 'after an emoji on the line', bytes: Buffer.from(shown), expected: at(shown, move) });
  }
  return list;
}

/** Slices that follow each other and make up a whole value are one leak; a lone slice is none. */
function joined(placements: readonly Placement[]): Placement[] {
  const list: Placement[] = [];
  for (const placement of placements) {
    const last = list.at(-1);
    const goesOn = last?.value === placement.value && last.slice.end === placement.slice.start;
    if (!goesOn) {
      list.push(placement);
      continue;
    }
    const span = { start: last.span.start, end: placement.span.end };
    list[list.length - 1] = { ...last, span, slice: { start: last.slice.start, end: placement.slice.end } };
  }
  return list.filter(({ value, slice }) => slice.start === 0 && slice.end === value.length);
}

/** A label that begins with the id of a rule speaks for that rule, whatever its kind. */
function ruleOf(label: string, rule: Rule): string {
  return ruleNamed(label) ?? rule.id;
}

function ruleNamed(label: string): string | undefined {
  return rules.find(({ id }) => label === id || label.startsWith(`${id}.`))?.id;
}

function place(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** How a comment begins and ends in the language of the path; nothing where there are none. */
function commentMarks(path = ''): readonly [open: string, close: string] {
  if (/\.(?:jsonc?|ipynb|csv|txt|har|pem|key)$/.test(path)) return ['', ''];
  if (/\.(?:html?|vue|xml|md|csproj|config)$/.test(path)) return ['<!--', ' -->'];
  if (/\.(?:[cm]?[jt]sx?|go|java|kt|kts|scala|cs|rs|php|swift|dart|c|cc|cpp|h)$/.test(path)) return ['//', ''];
  if (/\.(?:py|rb|sh|ya?ml|toml|env|properties|ini|cfg|conf|r|jl|tf)$|(?:^|\/)\.env|Dockerfile$/.test(path))
    return ['#', ''];
  return ['', ''];
}
