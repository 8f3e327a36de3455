/**
 * Every clue that bnguard knows, with its weight. Bits are log2 odds, set by hand from the shares in CATALOGUE §A.5
 * (99 true values and 16,467 look-alikes in 59 histories); `because` says which fact stands behind a weight. Clues of
 * one group say the same thing in other words, so only the strongest of a group counts (judge.ts).
 */
import type { Clue, Question, Role } from './types.ts';

interface Signal {
  readonly question: Question;
  readonly group: string;
  readonly bits: number;
  /** What would have to be there, for `explain`. */
  readonly help: string;
  readonly because: string;
}

const signal = (question: Question, group: string, bits: number, help: string, because: string): Signal => ({ question, group, bits, help, because });

export const signals = {
  // Is it a credential at all?
  'random-64': signal('credential', 'shape', 4, 'a run of 64 mixed letters and digits', 'after the look-alike filters 75 of 76 such runs in Binance repositories were keys (fact 0.4)'),
  'hex-64': signal('credential', 'shape', -1, 'mixed letters and digits instead of hex', '6 true values among 15,583 runs of lower-case hex (§A.5)'),
  'private-key-body': signal('credential', 'shape', 10, 'a private key that parses', 'a DER body that parses as a private key is one'),
  'sdk-argument': signal('credential', 'name', 7, 'an SDK call that takes it', 'an SDK takes credentials at this place'),
  'credential-name': signal('credential', 'name', 4, 'a name such as API_KEY or SECRET', '71 % of true values have `api` or `secret` on their line'),
  'key-name': signal('credential', 'name', 2, 'a name with `key`', '10 % have only `key` on their line, and so have many other tokens'),
  'words-near': signal('credential', 'near', 2, 'a credential word within three lines', '7 % have it only on a neighbouring line'),
  'other-half': signal('credential', 'half', 2, 'the other half within three lines', '90 % of true values stand within three lines of another run of 64'),
  'other-use': signal('credential', 'use', -7, 'a name that does not say hash, session, wallet …', 'a name that says what else it is, is mostly right'),

  // Is it Binance's?
  'binance-name': signal('binance', 'own', 9, 'its own name saying Binance', 'the name says so'),
  'binance-short-name': signal('binance', 'own', 5, 'its own name saying BN or BNB', 'common abbreviations, also of the coin and the chain'),
  'sdk-call': signal('binance', 'own', 10, 'an argument of a Binance SDK call', 'imported from a Binance SDK'),
  'sdk-like-call': signal('binance', 'own', 7, 'a call that Binance SDKs have', 'the callee has the name of an SDK call, the import is not in sight'),
  'mbx-header': signal('binance', 'own', 8, 'the header X-MBX-APIKEY', 'only Binance and a few clones of it use the header (§A.6)'),
  'exchange-entry': signal('binance', 'own', 9, 'an entry beside it that says exchange: binance', 'the configuration says which exchange it is for'),
  'framework-entry': signal('binance', 'own', 6, 'the entry of a known trading bot', 'the file and path that a trading bot reads Binance keys from (§C.1)'),
  'binance-near': signal('binance', 'near', 5, 'the word Binance within ten lines', 'the word is within ten lines of a third of the true values'),
  'binance-import': signal('binance', 'file', 7, 'an import of a Binance SDK', '68 % of true values have an import or a host in their file'),
  'binance-host': signal('binance', 'file', 6, 'a Binance host in the file', '68 % of true values have an import or a host in their file'),
  'binance-word': signal('binance', 'file', 4, 'the word Binance in the file', 'the file speaks of Binance'),
  'binance-path': signal('binance', 'path', 5, 'a path that says Binance', '9 % have Binance only in path, repository or siblings'),
  'binance-repository': signal('binance', 'project', 5, 'a repository named for Binance', '9 % have Binance only in path, repository or siblings'),
  'binance-dependency': signal('binance', 'project', 5, 'a manifest that names a Binance SDK', '9 % have Binance only in path, repository or siblings'),
  'binance-sibling': signal('binance', 'project', 4, 'another file that imports a Binance SDK or calls its hosts', '9 % have Binance only in path, repository or siblings'),
  'ccxt-import': signal('binance', 'exchange-library', 2, 'an import of ccxt', 'ccxt serves a hundred exchanges; most keys in bots are for Binance'),
  'named-pair': signal('binance', 'pair', 3, 'its other half named beside it', 'few services have two halves of 64 mixed letters and digits (§A.6)'),
  'same-value': signal('binance', 'same', 6, 'the same value elsewhere with Binance evidence', 'one value is one credential'),
  'other-service': signal('binance', 'other', -14, 'a name that does not name another service', 'the name says whose it is'),
  'other-service-file': signal('binance', 'other', -4, 'a path that does not name another exchange', 'the file is for another exchange'),
  'foreign-words': signal('binance', 'foreign', -3, 'a name without words of its own', 'a name with unknown words may be of another service'),

  // Which role has it?
  'sdk-slot': signal('role', 'slot', 9, 'an SDK call that takes it at a place of one role', 'the SDK documents the place'),
  'signing-slot': signal('role', 'slot', 6, 'a signing call that takes it as its key', 'requests are signed with the secret'),
  'header-role': signal('role', 'slot', 9, 'the header that carries API keys', 'the header carries API keys alone'),
  'role-name': signal('role', 'name', 6, 'a name that tells the role', 'people name secrets secret'),
  'role-label': signal('role', 'label', 4, 'a label before it that tells the role', 'labels in prose are looser than names'),
  'role-key': signal('role', 'weak-name', 2, 'a name with `key`', '`key` beside `secret` is the API key; alone it may be either'),
  'role-order': signal('role', 'order', 3, 'its place before or after the other half', 'every SDK and most people put the API key first'),
  'role-other-half': signal('role', 'half', 3, 'an other half of known role', 'of two halves one is the key and one the secret'),
  'role-same-value': signal('role', 'same', 4, 'the same value elsewhere with a known role', 'one value is one credential'),
  'role-private-key': signal('role', 'shape', 12, 'a private key that parses', 'a private key is a private key'),
} satisfies Record<string, Signal>;

export type SignalId = keyof typeof signals;

/** A clue of the kind `id`; `says` is a sentence fragment without any value. */
export function clue(id: SignalId, says: string, role?: Role): Clue {
  const { question, group, bits } = signals[id];
  return { signal: id, question, group, bits, says, ...(role ? { role } : {}) };
}
