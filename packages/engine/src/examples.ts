/**
 * Placeholders in examples and fixtures: `<key64:a>` stands for a fake key, the same one every time, so that no
 * key-shaped string is ever committed. The fakes themselves are made in fakes.ts.
 *
 * `<KIND:LABEL[from,to]|filter|…>`. KIND is one of
 *
 * - `key64`: 64 mixed letters and digits, like a Binance key
 * - `alnumN`, `hexN`, `HEXN`, `base64-N`: N characters of that alphabet
 * - `pem-ed25519`, `pem-rsa`, `pem-rsa-pkcs1`, `pem-encrypted`, `pem-ec`, `pem-public`, `pem-cert`: several lines;
 *   a placeholder that stands first on its line hands its indentation on to the lines that follow
 * - `der-ed25519`, `der-rsa`: base64 of a PKCS#8 key on one line; `xml-rsa`: a .NET RSAKeyValue; `jwt`
 *
 * What is found without being a value stands between `«` and `»`, which are no part of the text; `«RULE|…»` names the
 * rule that finds it, where that is not the example's own (several with commas).
 *
 * LABEL is lower-case letters, digits, dots and hyphens. In a rule's examples it may begin with the id of another
 * rule (`<key64:api-key>`, `<key64:api-key.b>`): the finding that is expected there is that rule's; with `not`
 * (`<hex64:not.sum>`), none is. The slice takes a part of the value, either end may be left out. Filters: `base64`,
 * `base64nl` (with a newline at the end, then base64), `escaped` (newlines as `\n`), `hex`, `reversed`.
 */
import { fake, isFakeKind } from './fakes.ts';
import type { Span } from './types.ts';

export interface Expansion {
  readonly text: string;
  /** In text order. */
  readonly placements: readonly Placement[];
}

export interface Placement {
  readonly kind: string;
  readonly label: string;
  /** Where the expanded, sliced and filtered value stands in the expanded text. */
  readonly span: Span;
  /** The whole fake, before slice, filters and indentation. */
  readonly value: string;
  /** What of `value` stands here; half-open, in its characters. */
  readonly slice: Span;
  /** By its kind and label, a leak where the context says Binance. */
  readonly credential: boolean;
}

const FILTERS: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  base64nl: (text) => Buffer.from(`${text}\n`).toString('base64'),
  escaped: (text) => text.replaceAll('\n', '\\n'),
  hex: (text) => Buffer.from(text).toString('hex'),
  reversed: (text) => [...text].toReversed().join(''),
};

const OPENING = /<([A-Za-z][A-Za-z0-9-]*):/g;
const WHOLE = /<[A-Za-z0-9-]+:([a-z0-9.-]+)(?:\[(\d*),(\d*)\])?((?:\|[a-z0-9]+)*)>/y;
const CREDENTIAL = /^(?:key64|hex64|HEX64|(?:pem|der)-(?:ed25519|rsa|rsa-pkcs1|encrypted)|xml-rsa)$/;

/**
 * The template with each placeholder replaced by its fake. Anything else stays as it is, markup such as `<xs:element>`
 * too.
 * @throws Error when a placeholder of a known kind has a bad label, slice or filter: a typo must not go unseen
 */
export function expand(template: string): Expansion {
  const placements: Placement[] = [];
  let text = '';
  let done = 0;
  for (const opening of template.matchAll(OPENING)) {
    const [, kind = ''] = opening;
    if (opening.index < done || !isFakeKind(kind)) continue;
    WHOLE.lastIndex = opening.index;
    const found = WHOLE.exec(template);
    if (!found) throw malformed(template, opening.index, 'is not <kind:label[from,to]|filter>');
    const [whole, label = '', from, to, filters = ''] = found;
    const value = fake(kind, label);
    const slice = { start: Number(from || 0), end: Number(to || value.length) };
    if (slice.start >= slice.end || slice.end > value.length) {
      throw malformed(template, opening.index, `wants a part of only ${value.length} characters`);
    }
    let shown = value.slice(slice.start, slice.end);
    for (const name of filters.split('|').slice(1)) {
      const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
      if (!filter) throw malformed(template, opening.index, `has the unknown filter "${name}"`);
      shown = filter(shown);
    }
    text += template.slice(done, opening.index);
    shown = shown.replaceAll('\n', `\n${indentation(text)}`);
    const span = { start: text.length, end: text.length + shown.length };
    const credential = CREDENTIAL.test(kind) && !/^not(?:$|\.)/.test(label);
    placements.push({ kind, label, span, value, slice, credential });
    text += shown;
    done = opening.index + whole.length;
  }
  return withoutMarks(text + template.slice(done), placements);
}

/** The text without `«` and `»`, which become placements of the kind `marked`, labelled with the rules that they name. */
function withoutMarks(marked: string, placements: readonly Placement[]): Expansion {
  if (!marked.includes('«')) return { text: marked, placements };
  const removed: Span[] = [];
  const found: Placement[] = [];
  const open: { readonly label: string; readonly start: number }[] = [];
  let text = '';
  let done = 0;
  for (const mark of marked.matchAll(/«(?:([a-z-]+(?:,[a-z-]+)*)\|)?|»/g)) {
    text += marked.slice(done, mark.index);
    done = mark.index + mark[0].length;
    removed.push({ start: mark.index, end: done });
    if (mark[0] !== '»') {
      open.push({ label: mark[1] ?? '', start: text.length });
      continue;
    }
    const { label, start } = open.pop() ?? { label: '', start: text.length };
    const value = text.slice(start);
    const span = { start, end: text.length };
    found.push({ kind: 'marked', label, span, value, slice: { start: 0, end: value.length }, credential: true });
  }
  const moved = (at: number): number =>
    at - removed.reduce((sum, { start, end }) => (start < at ? sum + end - start : sum), 0);
  const kept = placements.map(({ span, ...rest }) => ({
    ...rest,
    span: { start: moved(span.start), end: moved(span.end) },
  }));
  return {
    text: text + marked.slice(done),
    placements: [...kept, ...found].sort((a, b) => a.span.start - b.span.start),
  };
}

/** The blanks that stand alone before the end of the text on its last line, else nothing. */
function indentation(text: string): string {
  return /(?:^|\n)([ \t]*)$/.exec(text)?.[1] ?? '';
}

function malformed(template: string, at: number, problem: string): Error {
  return new Error(`The placeholder "${template.slice(at, at + 30)}" ${problem} (see examples.ts).`);
}
