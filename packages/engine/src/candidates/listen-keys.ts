/**
 * Listen keys as candidates: 60 to 64 letters and digits that open a stream of an account's events for an hour. Most
 * have the shape of an API key, so the name or the URL that carries them decides: `listenKey`, `/ws/…`, `?streams=…`.
 */
import { meaningOfPath } from '../clues/names.ts';
import { sourceSpan } from '../read/pieces.ts';
import { binanceHosts } from '../rules/sdks.ts';
import { Secret } from '../secret.ts';
import type { Binding, Document, Reading } from '../types.ts';
import type { Candidate, Use } from './candidate.ts';
import { isVaried } from './shape.ts';

const key = /^\s*([A-Za-z0-9]{60,64})\s*$/;
const carried =
  /(listen[_-]?key["'`\])]{0,2}\s{0,4}(?:=>|[=:]|%3D)\s{0,4}["'`]{0,2}|\/ws\/|[?&/]streams?=)([A-Za-z0-9]{60,64})(?![A-Za-z0-9])/gi;

export function listenKeyCandidates({ text }: Document, reading: Reading): Candidate[] {
  const found = new Map<number, Candidate>();
  const add = (value: string, start: number, end: number, use: Use): void => {
    if (found.has(start) || !isVaried(value)) return;
    found.set(start, { shape: 'listen-key', secret: new Secret(value), span: { start, end }, uses: [use] });
  };
  for (const match of text.matchAll(carried)) {
    const [whole, before = '', value = ''] = match;
    const end = match.index + whole.length;
    // The stream of another host is another's.
    const host = /wss?:\/\/([\w.-]{1,80})[^\s"'`]{0,40}$/.exec(
      text.slice(Math.max(0, end - value.length - 140), end - value.length),
    )?.[1];
    if (host !== undefined && !binanceHosts.test(host)) continue;
    const name = /listen/i.test(before) ? 'listenKey' : before.startsWith('/ws') ? 'stream' : 'streams';
    add(value, end - value.length, end, { path: [name], via: 'entry', container: 0, embedded: true, outer: true });
  }
  const look = ({ path, via, container, value }: Binding): void => {
    if (value.kind !== 'text' || value.text.length < 60) return;
    const match = key.exec(value.text);
    if (!match?.[1] || meaningOfPath(path).use !== 'listen key') return;
    const start = value.text.indexOf(match[1]);
    const span = sourceSpan(value, { start, end: start + match[1].length });
    add(match[1], span.start, span.end, { path, via, container, embedded: false });
  };
  if (!/listen/i.test(text)) return [...found.values()];
  for (const binding of reading.bindings) look(binding);
  for (const { args } of reading.calls) for (const arg of args) look(arg);
  return [...found.values()];
}
