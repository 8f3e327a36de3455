/**
 * Reading → candidates: everything in a document that has the shape of a credential, with all the places that use it.
 * Says nothing of its worth; clues/ does.
 */
import type { Document, Reading } from '../types.ts';
import type { Candidate } from './candidate.ts';
import { coverOf } from './covered.ts';
import { fernetCandidates } from './fernet.ts';
import { keyCandidates } from './keys.ts';
import { listenKeyCandidates } from './listen-keys.ts';
import { passphraseCandidates } from './passphrases.ts';
import { privateKeyCandidates } from './private-key-candidates.ts';
import { signatureCandidates } from './signatures.ts';

/** All candidates of the document in order of place. */
export function candidatesOf(document: Document, reading: Reading): Candidate[] {
  const others = [
    ...privateKeyCandidates(document, reading),
    ...listenKeyCandidates(document, reading),
    ...fernetCandidates(document, reading),
  ];
  const isTaken = coverOf(others.map(({ span }) => span));
  const keys = keyCandidates(document, reading, isTaken);
  const signatures = signatureCandidates(document, keys);
  const found = new Map<number, Candidate>();
  // Of what begins at one place, what is told by more than its shape counts.
  for (const one of [...keys, ...passphraseCandidates(document, reading), ...signatures, ...others])
    found.set(one.span.start, one);
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}
