/** Reading → candidates: every key-shaped value of a document, with all the places that use it. Says nothing of its worth. */
import { lineStart } from './lines.ts';
import { findPrivateKeys } from './private-keys.ts';
import { sourceSpan } from './read/pieces.ts';
import { labelsOf, remarkAfter } from './read/prose.ts';
import { Secret } from './secret.ts';
import { inBase64Block, runsOf, standsAlone } from './shape.ts';
import { countBefore } from './sorted.ts';
import type { Binding, Call, CredentialObservation, Document, Reading, Span, TextValue } from './types.ts';

/** One way in which a document uses a candidate. */
export interface Use {
  readonly path: readonly string[];
  readonly via: Binding['via'];
  readonly container: number;
  /** The call whose argument it is. */
  readonly call?: Call;
  /** Another text surrounds the value: a URL, a command, a sentence. */
  readonly embedded: boolean;
  /** Its name is that of a text in which the value is one of several or has a name of its own. Labels are never. */
  readonly outer?: boolean;
}

export interface Candidate {
  readonly shape: CredentialObservation['shape'];
  readonly secret: Secret;
  readonly span: Span;
  readonly uses: Use[];
  readonly algorithm?: string;
}

/** More ways of use than this tell nothing more. */
const maxUses = 24;

/** All candidates of the document in order of place. */
export function candidatesOf({ text, path }: Document, reading: Reading): Candidate[] {
  const found = new Map<number, Candidate>();
  const longer: Span[] = [];
  const add = (shape: Candidate['shape'], value: string, span: Span, use?: Use): void => {
    const known = found.get(span.start);
    const candidate = known ?? { shape, secret: new Secret(value), span, uses: [] };
    if (!known) found.set(span.start, candidate);
    if (use && candidate.uses.length < maxUses) candidate.uses.push(use);
  };
  const looks = new Map<string, number>();
  const look = ({ path, via, container, value }: Binding, call?: Call): void => {
    if (value.kind !== 'text' || value.text.length < 64) return;
    // One literal may be the value of a thousand calls, and long.
    const literal = `${String(value.pieces[0]?.source.start)} ${String(value.text.length)}`;
    const before = looks.get(literal) ?? 0;
    looks.set(literal, before + 1);
    if (before >= maxUses) return;
    const runs = runsOf(value.text);
    const several = new Set(runs.map((run) => run.value)).size > 1;
    if (value.pieces.length > 1) for (const span of longerRuns(value)) longer.push(span);
    for (const run of runs) {
      const span = sourceSpan(value, run);
      if (
        span.end - span.start === 64 &&
        (!standsAlone(text, span.start, span.end) || inBase64Block(text, span.start, span.end))
      )
        continue;
      const embedded = value.text.trim().length > run.end - run.start + 2;
      add(run.kind, run.value, span, { path, via, container, embedded, outer: several, ...(call ? { call } : {}) });
      if (embedded) {
        for (const label of labelsOf(value.text, run.start, run.end))
          add(run.kind, run.value, span, { path: [label], via: 'bare', container, embedded: true });
      }
    }
  };
  for (const binding of reading.bindings) look(binding);
  for (const call of reading.calls) for (const arg of call.args) look(arg, call);

  const privateKeys = findPrivateKeys(text);
  const isLonger = coverOf(longer);
  const isPrivate = coverOf(privateKeys.map(({ span }) => span));
  for (const run of runsOf(text)) {
    if (found.has(run.start) || isPrivate(run) || isLonger(run)) continue;
    add(run.kind, run.value, { start: run.start, end: run.end });
  }
  const prose = isProse(reading.language);
  const [only] = found.values();
  if (only && found.size === 1 && text.trim().length === only.span.end - only.span.start && path !== '')
    only.uses.push({ path: [fileName(path)], via: 'entry', container: 0, embedded: false });
  for (const candidate of found.values()) {
    const named = candidate.uses.some(
      ({ embedded, via, path: name }) => !embedded && via !== 'bare' && name.some((step) => !/^\d*$/.test(step)),
    );
    if (named) candidate.uses.splice(0, Infinity, ...candidate.uses.map((use) => asOuter(use)));
    if (!prose && named) {
      const remark = remarkAfter(text, candidate.span.end);
      if (remark !== '')
        candidate.uses.push({
          path: [remark],
          via: 'bare',
          container: candidate.uses[0]?.container ?? 0,
          embedded: true,
        });
      continue;
    }
    for (const label of labelsOf(text, candidate.span.start, candidate.span.end)) {
      candidate.uses.push({
        path: [label],
        via: 'bare',
        // A value that stands alone has its line for a container.
        container: candidate.uses[0]?.container ?? lineStart(text, candidate.span.start),
        embedded: true,
      });
    }
  }
  for (const [at, { span }] of found) {
    if (isPrivate({ start: span.start, end: span.start + 1 }) || isPrivate({ start: span.end - 1, end: span.end }))
      found.delete(at);
  }
  const holders = holdersIn(reading);
  for (const key of privateKeys) {
    const start = key.span.start;
    const uses = holders(key.span);
    found.set(start, {
      shape: key.encrypted ? 'encrypted-private-key' : 'private-key',
      secret: new Secret(
        key.der,
        Uint8Array.from(atob(key.der), (char) => char.charCodeAt(0)),
      ),
      span: key.span,
      algorithm: key.algorithm,
      uses:
        uses.length > 0
          ? uses
          : labelsOf(text, start, key.span.end).map((label) => ({
              path: [label],
              via: 'bare',
              container: start,
              embedded: true,
            })),
    });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Whether the language is for people: a line may be anything, and labels stand where they please. */
export function isProse(language: string): boolean {
  return ['text', 'markdown', 'csv', 'notebook', 'markup'].includes(language);
}

/** A value that is named inside a text needs no name of the text around it. */
function asOuter(use: Use): Use {
  return use.embedded && use.outer === false ? { ...use, outer: true } : use;
}

/** A file that holds nothing but a value names it, as Docker's secrets do. */
function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:txt|dat|secret)$/, '');
}

/** Source spans of runs that joined pieces make longer than a key: no piece of those is a key. */
function longerRuns(value: TextValue): Span[] {
  return [...value.text.matchAll(/[A-Za-z0-9+/]{65,}/g)]
    .filter(({ 0: run }) => run.length !== 86 && run.length !== 87)
    .map(({ index, 0: run }) => sourceSpan(value, { start: index, end: index + run.length }));
}

/** Tells whether one of the spans, or several that overlap, cover another one. */
function coverOf(spans: readonly Span[]): (span: Span) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return ({ start, end }) => {
    const before = merged[countBefore(merged.length, (index) => merged[index]!.start <= start) - 1];
    return before !== undefined && end <= before.end;
  };
}

/** Shorter values hold no private key. */
const shortestHolder = 40;
/** The bindings that may still be open at a key: the innermost ones. */
const maxOpen = 100;

/** What holds a private key, which is found in the raw text. To be asked for the keys in order of place. */
function holdersIn({ bindings, calls }: Reading): (key: Span) => Use[] {
  const all: { readonly span: Span; readonly use: Use }[] = [];
  const add = ({ path, via, container, value, span }: Binding, call?: Call): void => {
    if (value.kind === 'text' && span.end - span.start >= shortestHolder)
      all.push({ span, use: { path, via, container, embedded: false, ...(call ? { call } : {}) } });
  };
  for (const binding of bindings) add(binding);
  for (const call of calls) for (const arg of call.args) add(arg, call);
  all.sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let open: typeof all = [];
  return (key) => {
    for (; next < all.length && all[next]!.span.start <= key.start + 2; next += 1) {
      if (all[next]!.span.end >= key.start) open.push(all[next]!);
    }
    open = open.filter(({ span }) => span.end >= key.start).slice(-maxOpen);
    return open
      .filter(({ span }) => span.end >= key.end - 2)
      .slice(0, maxUses)
      .map(({ use }) => use);
  };
}
