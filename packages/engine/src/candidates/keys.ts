/** Keys of 64 characters as candidates: every run of their shape, with the names, calls and labels that it stands under. */
import { lineStart } from '../lines.ts';
import { meaningOfPath } from '../clues/names.ts';
import { sourceSpan } from '../read/pieces.ts';
import { commentAbove, labelsOf, remarkAfter } from '../read/prose.ts';
import { Secret } from '../secret.ts';
import type { Binding, Call, Document, Reading, Span, TextValue } from '../types.ts';
import { maxUses, type Candidate, type Use } from './candidate.ts';
import { coverOf } from './covered.ts';
import { base64BlocksIn, runsOf, standsAlone, type Run } from './shape.ts';

/**
 * @param isTaken whether something else, a private key, is what stands there.
 */
export function keyCandidates(document: Document, reading: Reading, isTaken: (span: Span) => boolean): Candidate[] {
  const found = new Found(document.text);
  for (const binding of reading.bindings) found.look(binding);
  for (const call of reading.calls) for (const arg of call.args) found.look(arg, call);
  found.lookAtRest(isTaken);
  const keys = found.all.filter(
    ({ span: { start, end } }) => !isTaken({ start, end: start + 1 }) && !isTaken({ start: end - 1, end }),
  );
  nameByFile(keys, document);
  const prose = isProse(reading.language);
  return keys.map((key) => withLabels(key, document.text, prose));
}

/** The candidates found so far, by where they begin. */
class Found {
  readonly #text: string;
  readonly #isInBlock: (start: number, end: number) => boolean;
  readonly #candidates = new Map<number, Candidate>();
  /** Runs that only joined literals show to be longer than a key. */
  readonly #longer: Span[] = [];
  /** How often each literal was looked at: one may be the value of a thousand calls, and long. */
  readonly #looks = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
    this.#isInBlock = base64BlocksIn(text);
  }

  get all(): Candidate[] {
    return [...this.#candidates.values()];
  }

  /** The keys in the value of a name or an argument. */
  look({ path, via, container, value, span: own }: Binding, call?: Call): void {
    if (value.kind !== 'text' || value.text.length < 64) return;
    const literal = `${String(value.pieces[0]?.source.start)} ${String(value.text.length)}`;
    const before = this.#looks.get(literal) ?? 0;
    this.#looks.set(literal, before + 1);
    if (before >= maxUses) return;
    const runs = runsOf(value.text);
    const several = new Set(runs.map((run) => run.value)).size > 1;
    if (value.pieces.length > 1) this.#longer.push(...longerRuns(value));
    for (const run of runs) {
      const span = sourceSpan(value, run);
      if (
        span.end - span.start === 64 &&
        (!standsAlone(this.#text, span.start, span.end) || this.#isInBlock(span.start, span.end))
      )
        continue;
      const embedded = value.text.trim().length > run.end - run.start + 2;
      const alias = !call && (span.start < own.start || span.end > own.end);
      this.#add(run, span, { path, via, container, embedded, outer: several, alias, ...(call ? { call } : {}) });
      if (embedded) {
        for (const { says, ...kind } of labelsOf(value.text, run.start, run.end))
          this.#add(run, span, { ...kind, path: [says], via: 'bare', container, embedded: true });
      }
    }
  }

  /** The keys that no name or call brought. */
  lookAtRest(isTaken: (span: Span) => boolean): void {
    const isLonger = coverOf(this.#longer);
    for (const run of runsOf(this.#text)) {
      const span = { start: run.start, end: run.end };
      if (!this.#candidates.has(run.start) && !isTaken(span) && !isLonger(span)) this.#add(run, span);
    }
  }

  #add({ kind, value }: Run, span: Span, use?: Use): void {
    const known = this.#candidates.get(span.start);
    const candidate = known ?? { shape: kind, secret: new Secret(value), span, uses: [] };
    if (!known) this.#candidates.set(span.start, candidate);
    if (use && candidate.uses.length < maxUses) candidate.uses.push(use);
  }
}

/** A file that holds nothing but a value names it, as Docker's secrets do. */
function nameByFile(keys: readonly Candidate[], document: Document): void {
  const [only] = keys;
  const name = nameOfFile(document);
  if (!only || keys.length > 1 || name === undefined) return;
  if (document.text.trim().length !== only.span.end - only.span.start) return;
  only.uses.push({ path: [name], via: 'entry', container: 0, embedded: false });
}

/** A key, or a key in base64. */
const longestKey = 88;

/** The name that a file gives to the value that it holds; undefined where it is too long to hold nothing else. */
export function nameOfFile({ path, text }: Pick<Document, 'path' | 'text'>): string | undefined {
  if (path === '' || text.trim().length > longestKey) return undefined;
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:txt|dat|secret)$/, '');
}

/** What stands before and after the value, for those that no name tells of, and in text for people. */
function withLabels(key: Candidate, text: string, prose: boolean): Candidate {
  const { span } = key;
  const named = key.uses.some(
    ({ embedded, via, path }) => !embedded && via !== 'bare' && path.some((step) => !/^\d*$/.test(step)),
  );
  // A value that is named inside a text needs no name of the text around it.
  const uses = named
    ? key.uses.map((use) => (use.embedded && use.outer === false ? { ...use, outer: true } : use))
    : [...key.uses];
  const tells = uses.some(({ path }) => meaningOfPath(path).role !== undefined);
  const labels =
    named && !prose
      ? [
          ...remarkAfter(text, span.end),
          ...(tells ? [] : commentAbove(text, span.start).filter(({ says }) => meaningOfPath([says]).role)),
        ]
      : labelsOf(text, span.start, span.end);
  // A value that stands alone has its line for a container.
  const container = uses[0]?.container ?? (named ? 0 : lineStart(text, span.start));
  for (const { says, ...kind } of labels) uses.push({ ...kind, path: [says], via: 'bare', container, embedded: true });
  return { ...key, uses };
}

/** Whether the language is for people: a line may be anything, and labels stand where they please. */
export function isProse(language: string): boolean {
  return ['text', 'markdown', 'csv', 'notebook', 'markup'].includes(language);
}

/** Source spans of runs that joined pieces make longer than a key: no piece of those is a key. */
function longerRuns(value: TextValue): Span[] {
  return [...value.text.matchAll(/[A-Za-z0-9+/]{65,}/g)]
    .filter(({ 0: run }) => run.length !== 86 && run.length !== 87)
    .map(({ index, 0: run }) => sourceSpan(value, { start: index, end: index + run.length }));
}
