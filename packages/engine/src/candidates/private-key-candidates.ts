/** Private keys as candidates: private-keys.ts finds them in the raw text, this finds the names and calls that hold them. */
import { extentOf } from '../read/pieces.ts';
import { labelsOf } from '../read/prose.ts';
import { Secret } from '../secret.ts';
import type { Binding, Call, Document, Reading, Span } from '../types.ts';
import { maxUses, type Candidate, type Use } from './candidate.ts';
import { findPrivateKeys } from './private-keys.ts';

export function privateKeyCandidates({ text }: Document, reading: Reading): Candidate[] {
  const keys = findPrivateKeys(text);
  if (keys.length === 0) return [];
  const holders = holdersIn(reading);
  return keys.map(({ span, der, encrypted, algorithm }) => {
    const uses = holders(span);
    return {
      shape: encrypted ? 'encrypted-private-key' : 'private-key',
      secret: new Secret(der, { bytes: Uint8Array.from(atob(der), (char) => char.charCodeAt(0)) }),
      span,
      algorithm,
      uses:
        uses.length > 0
          ? uses
          : labelsOf(text, span.start, span.end).map(({ says, ...kind }) => ({
              ...kind,
              path: [says],
              via: 'bare',
              container: span.start,
              embedded: true,
            })),
    };
  });
}

/** Shorter values hold no private key. */
const shortestHolder = 40;
/** The bindings that may still be open at a key: the innermost ones. */
const maxOpen = 100;

/** What holds a private key. To be asked for the keys in order of place. */
function holdersIn({ bindings, calls }: Reading): (key: Span) => Use[] {
  const all: { readonly span: Span; readonly use: Use }[] = [];
  const add = ({ path, via, container, value }: Binding, call?: Call): void => {
    if (value.kind !== 'text') return;
    // Where the text stands, which for a name that stands for it is not where the name stands.
    const span = extentOf(value);
    if (span.end - span.start >= shortestHolder)
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
