/** Addresses of Binance without encryption. */
import { shownInLowerCase } from '../../clues/names.ts';
import type { Subject } from '../../types.ts';
import { ownerOf } from '../calls/hosts.ts';
import { occurrences } from '../calls/parts.ts';
import type { WeakLink } from './weak-links.ts';

const plainUrl =
  /(?:http|ws):\/\/(?:[^/?#\s@"'`]{0,100}@)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10})(?![\w.-])[^\s"'`<>\\]{0,200}/gi;
/** Scripts and formats in which a URL need not stand in quotes. */
const bareLanguages: ReadonlySet<string> = new Set([
  'shell',
  'powershell',
  'batch',
  'env',
  'yaml',
  'ini',
  'properties',
  'toml',
  'xml',
  'text',
  'csv',
  'hash',
]);
/** Pages for people, not for programs. */
const page =
  /^(?:http):\/\/(?:www\.)?(?:binance\.\w+|tokocrypto\.com)(?!\/(?:api|bapi|fapi|dapi|sapi|gateway-api|exchange-api)\/)/i;

export function* unencryptedUrls(subject: Subject): Generator<WeakLink> {
  for (const { part, match, at } of occurrences(subject, plainUrl)) {
    if (ownerOf(match[1]!.toLowerCase()) !== 'binance') continue;
    const before = part.text.slice(Math.max(0, at - 60), at);
    if (page.test(match[0]) || /\b(?:href|src|xmlns)\s*=\s*["']?$/i.test(before)) continue;
    if (
      /(?:\b(?:nock|replace\w*|startsWith|starts_with|startswith|HasPrefix|sub|gsub|indexOf|includes|intercept|respond|stub_request|add_response)\(\s*["'`]|==\s*["'`]|!=\s*["'`])$/.test(
        before,
      )
    )
      continue;
    const opening = /(?:(?<!\w)[A-Za-z$@]{1,2})?["'`]$/.exec(before)?.[0] ?? '';
    if (opening === '' && !bareLanguages.has(part.language)) continue;
    if (opening === '' && !/(?:^|[\s=:(,[>{'"-])$/.test(before)) continue;
    // In JSON in a string the quote is escaped.
    const start = at - opening.length;
    yield {
      span: part.source({ start, end: at + match[0].length + (opening === '' ? 0 : 1) }),
      what: `${match[0].slice(0, match[0].indexOf(':'))}:// to ${shownInLowerCase(match[1]!.toLowerCase())} is not encrypted`,
      toBinance: true,
    };
  }
}
