/**
 * Signatures of recorded requests as candidates: `signature=` in a URL, a form or a message, with an API key in the
 * same request. Without a key beside it a signature is a hash of something, and none of ours.
 */
import { lineEnd, lineStart } from '../lines.ts';
import { Secret } from '../secret.ts';
import { countBefore } from '../sorted.ts';
import type { Document, Span } from '../types.ts';
import type { Candidate } from './candidate.ts';

/** HMAC signatures are 64 hex digits, those of Ed25519 and RSA base64, perhaps percent-encoded. */
const signed =
  /\bsignature(?:["'`\\]{0,4}\s{0,4}[=:]\s{0,4}["'`\\]{0,4}|["'\\]{1,4},\s{0,40}["'\\]{1,4}value["'\\]{1,4}:\s{0,4}["'\\]{1,4})([0-9a-fA-F]{64}(?![0-9a-zA-Z])|[A-Za-z0-9+/%]{86,1100}={0,2})/g;
const fixSigned = /(?:^|[|\x01^])96=([A-Za-z0-9+/]{86,700}={0,2})/g;
const timed = /timestamp|recvWindow/i;
/** A request with all its headers, as tools record it, is no longer. */
const reach = 6000;

export function signatureCandidates({ text }: Document, keys: readonly Candidate[]): Candidate[] {
  if (keys.length === 0) return [];
  const found: Candidate[] = [];
  const sorted = keys.map(({ span }) => span).sort((a, b) => a.start - b.start);
  const taken = new Set(keys.filter(({ shape }) => shape === 'alnum64').map(({ span }) => span.start));
  const add = (value: string, end: number, request: Span): void => {
    const span = { start: end - value.length, end };
    const first = sorted[countBefore(sorted.length, (index) => sorted[index]!.start < request.start)];
    if (first && first.end <= request.end && !taken.has(span.start))
      found.push({ shape: 'signature', secret: new Secret(value, { domain: 'signature' }), span, uses: [] });
  };
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(signed)) {
    const request = { start: Math.max(0, index - reach), end: Math.min(text.length, index + reach) };
    // Every signed request says when it was made.
    if (timed.test(text.slice(Math.max(0, index - 600), index + whole.length + 600)))
      add(value, index + whole.length, request);
  }
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(fixSigned))
    add(value, index + whole.length, { start: lineStart(text, index + 1), end: lineEnd(text, index + 1) });
  return found;
}
