/**
 * OctoBot's stored credentials as candidates: Fernet tokens under the name of an exchange. They are encrypted with a key
 * that OctoBot's public source holds, so whoever reads the file reads the credentials.
 */
import { meaningOfPath } from '../clues/names.ts';
import { extentOf } from '../read/pieces.ts';
import { Secret } from '../secret.ts';
import type { Binding, Document, Reading } from '../types.ts';
import type { Candidate } from './candidate.ts';

/** Behind the version stands the time in eight bytes, of which the first four and, until 2242, more are zero. */
const token = /^gAAAAA[A-D][A-Za-z0-9_-]{89,}={0,2}$/;
/** `exchanges.binance.api-key` in OctoBot's config.json. */
const entry = /^api[-_](?:key|secret)$/;

export function fernetCandidates({ text }: Document, reading: Reading): Candidate[] {
  if (!text.includes('gAAAAA')) return [];
  const found: Candidate[] = [];
  const look = ({ path, via, container, value }: Binding): void => {
    if (value.kind !== 'text' || !entry.test(path.at(-1) ?? '') || !token.test(value.text)) return;
    if (!path.includes('exchanges') || meaningOfPath(path).exchange !== undefined) return;
    const uses = [{ path, via, container, embedded: false }];
    found.push({ shape: 'fernet', secret: new Secret(value.text), span: extentOf(value), uses });
  };
  for (const binding of reading.bindings) look(binding);
  return found;
}
