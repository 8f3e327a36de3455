/** What speaks for another owner or another use than a key of Binance’s. */
import type { Candidate, Use } from '../candidates/candidate.ts';
import { linesAround } from '../lines.ts';
import type { Document, Shape } from '../types.ts';
import { binanceWord, type NameMeaning, shown } from './names.ts';
import type { Surroundings } from './surroundings.ts';

/** Secrets of web frameworks that are called as Binance's are, and what shows that the file is the framework's. */
const frameworkSecrets: readonly (readonly [name: RegExp, text: RegExp, framework: string])[] = [
  [/^secret_key$/i, /\bINSTALLED_APPS\b|\bALLOWED_HOSTS\b|\bdjango\b|\bflask\b/i, 'Django’s or Flask’s secret'],
  [/^secret_key_base$/i, /(?:)/, 'Rails’ secret'],
  [/^credentialSecret$/, /(?:)/, 'Node-RED’s secret'],
  [/^application_secret$/i, /(?:)/, 'Play’s secret'],
  [/^(?:secure_)?(?:auth|logged_in|nonce)_(?:key|salt)$/i, /(?:)/, 'WordPress'],
  [/^secret_key$/i, /^[ \t]{0,40}\[security\]/m, 'Grafana’s secret'],
];

export function frameworkOf(name: string, { has }: Surroundings): string | undefined {
  return frameworkSecrets.find(([called, shows]) => called.test(name) && has(shows))?.[2];
}

/** The exchange that a class of ccxt is for, which is not Binance: `ccxt.coinbaseexchange(…)`. */
export function ccxtExchange({ call }: Use): string | undefined {
  const name = /(?:^|\.)ccxt(?:pro)?(?:\.(?:pro|async_support|async|rest))*\.(\w+)$/i.exec(
    call?.callee.join('.') ?? '',
  )?.[1];
  return name === undefined || /^(?:new)?binance|^exchange$/i.test(name) ? undefined : shown(name);
}

/** Plain names of sections that may be Binance's as well as any. */
const plainSection =
  /^(?:exchanges?|accounts?|api|apis|keys?|credentials?|creds|secrets?|config|settings|default|live|test|testnet|prod|production|main|old|new|backup|spare|second|other|alt|unused|user|auth|env|environment|data|\d+)$/i;

/** Whether the value stands in one section of the file, and Binance's settings in another of the same level. */
export function isOtherSection(path: readonly string[], sections: readonly (readonly string[])[]): boolean {
  return sections.some((own) => {
    const level = own.length - 1;
    const step = path[level];
    return (
      path.length > level + 1 &&
      step !== undefined &&
      !plainSection.test(step) &&
      own.slice(0, level).every((above, i) => above === path[i])
    );
  });
}

/** Whether the file has names such as `BINANCE_API_KEY`, and none of them on the candidate's line. */
export function isNamedOtherwise({ span }: Candidate, { text }: Document, { namesOwn }: Surroundings): boolean {
  if (!namesOwn) return false;
  const { start, end } = linesAround(text, span, 0);
  return !binanceWord.test(text.slice(start, span.start)) && !binanceWord.test(text.slice(span.end, end));
}

/** Whether a name that tells another use may still be a key's: `BINANCE_SIGNING_SECRET`, and not `BINANCE_JWT_SECRET`. */
export function isPardoned({ use, role, binance }: NameMeaning, shape: Shape): boolean {
  if (role === 'private-key') return shape !== 'hex64' || use !== 'wallet';
  // `secretHash`, `checksum/binance-secret`
  if (shape === 'hex64' && use === 'hash') return false;
  return (
    binance === 'name' &&
    role !== undefined &&
    !/^(?:session|encryption|webhook|TLS or login|listen key)$/.test(use ?? '')
  );
}
