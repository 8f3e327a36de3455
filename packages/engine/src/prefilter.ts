/**
 * The gates: which bytes are worth decoding at all. They serve every rule at once, over raw bytes, with no decoding
 * and no copy. They are no rules: a hit says "look here", and where no gate hits there is nothing that we can find.
 * What may hold a candidate, rather than only speak of Binance, is the question of carriers.ts.
 */
import { LiteralSearch } from './literals.ts';
import { ALNUM, nextRun } from './byte-runs.ts';
import { hasRun } from './carriers.ts';
import { isReadByName } from './risks/gate.ts';

/**
 * What the literal gate looks for, in any case, in UTF-8 and in UTF-16. Each at least seven letters long: the
 * shortest one sets the stride of the search. Lower case here.
 */
export const GATE_LITERALS: readonly string[] = [
  'private key',
  // Bare bodies of private keys: Ed25519; RSA in PKCS#8; RSA in PKCS#1; encrypted ones (PBES2) at two alignments.
  'mc4caqawbqydk2vwbciei',
  'ibadanbgkqhkig9w0baqefaasc',
  'ibaakca',
  'gkqhkig9w0bbq0w',
  'sqgsib3dqefdt',
  'rsakeyvalue',
  // The base64 of `-----BEGIN `.
  'ls0tls1crudjti',
  'bnguard-ignore',
  'binance',
  'x-mbx-apikey',
  'freqtrade',
  'listenkey',
  'listen_key',
  'privatekeypass',
  'private_key_pass',
  // Settings whose names are enough, or whose project's other files say Binance (risks/gate.ts).
  'withdraw',
  'permissions',
  'iprestrict',
  'ip_restrict',
  'whitelist',
  'trusted_ip',
  'trustedip',
  'universaltransfer',
  'giftcard',
  'gift_card',
  'subaccount',
  'sub_account',
  'sub-account',
  'special_key',
  'specialkey',
  'margin/apikey',
  'rejectunauthorized',
  'reject_unauthorized',
  'recvwindow',
  'recv_window',
  'insecureskipverify',
  'ssl_verifypeer',
  'verify_none',
  'cert_none',
  'verify=false',
  'proxiedclient',
  'accept_invalid_',
  'validationcallback',
  // What is logged or exposed by such a name in a project of Binance.
  'apisecret',
  'api_secret',
  'secret_key',
  'secretkey',
];

/** `run`: at least 64 letters and digits in a row; else the literal that was found. */
export type Gate = string;

/** Half-open, in bytes. Of a run, all of it. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly gate: Gate;
}

/** Letters and digits in a row that make a run: a Binance key is exactly that long. */
const RUN = 64;
/**
 * A stream that is tested chunk by chunk with `passes` must repeat this many bytes of one chunk at the front of the
 * next: one less than the longest thing that must be seen whole, a run in UTF-16.
 */
export const OVERLAP: number = 2 * RUN - 2;

const LITERALS = new LiteralSearch(GATE_LITERALS);

/** Whether any gate hits in `bytes[start, end)`. Stops at the first hit and copies nothing. */
export function passes(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
  return hasRun(bytes, start, end, RUN) || LITERALS.some(bytes, start, end, () => true);
}

/**
 * Whether a file is to be read: something in it makes it so, or its name alone does, as that of a list of dependencies
 * and of a file with variables.
 */
export function isWanted(path: string, bytes: Uint8Array): boolean {
  return isReadByName(path) || passes(bytes);
}

/** Every hit in `bytes[start, end)`, in the order of their starts; a run comes before a literal that starts with it. */
export function gateHits(bytes: Uint8Array, start = 0, end: number = bytes.length): Hit[] {
  const hits: Hit[] = [];
  for (let at = nextRun(bytes, start, end, RUN); at >= 0;) {
    const step = at + 1 < end && bytes[at + 1] === 0 ? 2 : 1;
    let last = at + step * (RUN - 1);
    while (last + step < end && ALNUM[bytes[last + step]!] === 1 && (step === 1 || bytes[last + 1] === 0)) last += step;
    hits.push({ start: at, end: last + 1, gate: 'run' });
    // A run of the other width may begin with the last letter of this one.
    at = nextRun(bytes, last, end, RUN);
  }
  const runs = hits.length;
  for (const hit of LITERALS.all(bytes, start, end)) hits.push({ start: hit.start, end: hit.end, gate: hit.literal });
  return runs === 0 || runs === hits.length ? hits : hits.sort((a, b) => a.start - b.start);
}
