/**
 * Every clue that bnguard knows, with its weight. Bits are log2 odds, set by hand from the shares in docs/facts.md
 * (99 true values and 16,467 look-alikes in 59 histories); `because` says which fact stands behind a weight. Clues of
 * one group say the same thing in other words, so only the strongest of a group counts (judge.ts).
 */
import type { Clue, Question, Role } from './types.ts';

export interface Signal {
  readonly question: Question;
  readonly group: string;
  readonly bits: number;
  /** What would have to be there, for `explain`. */
  readonly help: string;
  readonly because: string;
  /** Only settings, calls and files have it, never a credential. */
  readonly ofRisks?: true;
}

export const signals = {
  // Is it a credential at all?
  'random-64': {
    question: 'credential',
    group: 'shape',
    bits: 4,
    help: 'a run of 64 mixed letters and digits',
    because: 'after the look-alike filters 75 of 76 such runs in Binance repositories were keys',
  },
  'hex-64': {
    question: 'credential',
    group: 'shape',
    bits: -1,
    help: 'mixed letters and digits instead of hex',
    because: '6 true values among 15,583 runs of lower-case hex',
  },
  'private-key-body': {
    question: 'credential',
    group: 'shape',
    bits: 10,
    help: 'a private key that parses',
    because: 'a DER body that parses as a private key is one',
  },
  fernet: {
    question: 'credential',
    group: 'shape',
    bits: 8,
    help: 'a Fernet token in OctoBot’s configuration',
    because: 'OctoBot encrypts with a key that its public source holds',
  },
  'listen-key': {
    question: 'credential',
    group: 'shape',
    bits: 8,
    help: 'a name or URL of a listen key',
    because: 'nothing else is named listen key or stands at the place of a stream in such a URL',
  },
  passphrase: {
    question: 'credential',
    group: 'shape',
    bits: 8,
    help: 'a name that says passphrase of a private key',
    because: 'the name says both private key and passphrase, and the text is no blank',
  },
  signature: {
    question: 'credential',
    group: 'shape',
    bits: 8,
    help: 'an API key, a time and a signature in one request',
    because: 'together they are a signed request',
  },
  'hex-pair': {
    question: 'credential',
    group: 'name',
    bits: 4,
    help: 'a pair of hex values for the testnet',
    because: 'hashes seldom come in pairs, keys of the futures testnet do',
  },
  'sdk-argument': {
    question: 'credential',
    group: 'name',
    bits: 7,
    help: 'an SDK call that takes it',
    because: 'an SDK takes credentials at this place',
  },
  'credential-name': {
    question: 'credential',
    group: 'name',
    bits: 4,
    help: 'a name such as API_KEY or SECRET',
    because: '71 % of true values have `api` or `secret` on their line',
  },
  'key-name': {
    question: 'credential',
    group: 'name',
    bits: 2,
    help: 'a name with `key`',
    because: '10 % have only `key` on their line, and so have many other tokens',
  },
  'words-near': {
    question: 'credential',
    group: 'near',
    bits: 2,
    help: 'a credential word within three lines',
    because: '7 % have it only on a neighbouring line',
  },
  'other-half': {
    question: 'credential',
    group: 'half',
    bits: 2,
    help: 'the other half within three lines',
    because: '90 % of true values stand within three lines of another run of 64',
  },
  'other-use': {
    question: 'credential',
    group: 'use',
    bits: -14,
    help: 'a name that does not say hash, session, wallet …',
    because: 'a name that says what else it is, is mostly right',
  },
  'unlikely-use': {
    question: 'credential',
    group: 'use',
    bits: -5,
    help: 'a name that does not say hash or signature',
    because:
      'hashes and signatures are hex or base64, so mixed letters and digits under such a name are something else',
  },
  'same-credential': {
    question: 'credential',
    group: 'same',
    bits: 14,
    help: 'the same value elsewhere where it certainly is one',
    because: 'one value is one credential, whatever it is called here',
  },
  'vague-name': {
    question: 'credential',
    group: 'use',
    bits: -5,
    help: 'a name that says more than token or password',
    because: 'most tokens and passwords are of other services, and some people call their keys so',
  },

  // Is it the risk that it looks like?
  'plain-risk': {
    question: 'risk',
    group: 'risk',
    bits: 9,
    help: 'a setting or call that says it in so many words',
    because: 'the rule knows the name and the value, and what else they could mean',
  },
  'likely-risk': {
    question: 'risk',
    group: 'risk',
    bits: 5,
    help: 'a name and value that hardly mean anything else',
    because: 'the name or the value is one that other programs use too',
  },
  'doubtful-risk': {
    question: 'risk',
    group: 'risk',
    bits: 2,
    help: 'a name and value that say more',
    because: 'what stands there may as well be something else',
  },

  // Is it Binance's?
  'binance-setting': {
    question: 'binance',
    ofRisks: true,
    group: 'own',
    bits: 7,
    help: 'a setting or call that only Binance has',
    because: 'the name is a field, parameter or method of Binance’s API and of no other',
  },
  'binance-credential': {
    question: 'binance',
    ofRisks: true,
    group: 'own',
    bits: 8,
    help: 'a credential of Binance in it',
    because: 'the rules about credentials found one, and said whose it is',
  },
  'binance-variables': {
    question: 'binance',
    ofRisks: true,
    group: 'own',
    bits: 6,
    help: 'a variable or section in it that is named for Binance',
    because: 'a file of variables that names Binance is for a program that calls it',
  },
  'binance-elsewhere': {
    question: 'binance',
    ofRisks: true,
    group: 'project',
    bits: 4,
    help: 'a finding of Binance’s in another file of the project',
    because: 'the rules about credentials and settings found one, and said whose it is',
  },
  'anyones-risk': {
    question: 'binance',
    ofRisks: true,
    group: 'own',
    bits: 9,
    help: 'a danger in every project',
    because: 'a dependency that steals keys does so whatever they are for',
  },
  'binance-name': {
    question: 'binance',
    group: 'own',
    bits: 9,
    help: 'its own name saying Binance',
    because: 'the name says so',
  },
  'binance-short-name': {
    question: 'binance',
    group: 'own',
    bits: 5,
    help: 'its own name saying BN or BNB',
    because: 'common abbreviations, also of the coin and the chain',
  },
  'sdk-call': {
    question: 'binance',
    group: 'own',
    bits: 10,
    help: 'an argument of a Binance SDK call',
    because: 'imported from a Binance SDK',
  },
  'sdk-like-call': {
    question: 'binance',
    group: 'own',
    bits: 7,
    help: 'a call that Binance SDKs have',
    because: 'the callee has the name of an SDK call, the import is not in sight',
  },
  'mbx-header': {
    question: 'binance',
    group: 'own',
    bits: 8,
    help: 'the header X-MBX-APIKEY',
    because: 'only Binance and a few clones of it use the header',
  },
  'exchange-entry': {
    question: 'binance',
    group: 'own',
    bits: 9,
    help: 'an entry beside it that says exchange: binance',
    because: 'the configuration says which exchange it is for',
  },
  'framework-entry': {
    question: 'binance',
    group: 'own',
    bits: 6,
    help: 'the entry of a known trading bot',
    because: 'the file and path that a trading bot reads Binance keys from',
  },
  'binance-near': {
    question: 'binance',
    group: 'near',
    bits: 5,
    help: 'the word Binance within ten lines',
    because: 'the word is within ten lines of a third of the true values',
  },
  'binance-import': {
    question: 'binance',
    group: 'file',
    bits: 7,
    help: 'an import of a Binance SDK',
    because: '68 % of true values have an import or a host in their file',
  },
  'binance-host': {
    question: 'binance',
    group: 'file',
    bits: 6,
    help: 'a Binance host in the file',
    because: '68 % of true values have an import or a host in their file',
  },
  'binance-word': {
    question: 'binance',
    group: 'file',
    bits: 4,
    help: 'the word Binance in the file',
    because: 'the file speaks of Binance',
  },
  'binance-api-word': {
    question: 'binance',
    group: 'api-word',
    bits: 2,
    help: 'a word of Binance’s API, such as recvWindow',
    because: 'endpoints, fields and parameters that Binance’s API has and few others',
  },
  'binance-symbol': {
    question: 'binance',
    group: 'api-word',
    bits: 1,
    help: 'a trading pair such as BTCUSDT',
    because: 'Binance writes pairs so, and some other exchanges too',
  },
  'binance-path': {
    question: 'binance',
    group: 'path',
    bits: 5,
    help: 'a path that says Binance',
    because: '9 % have Binance only in path, repository or siblings',
  },
  'binance-repository': {
    question: 'binance',
    group: 'project',
    bits: 5,
    help: 'a repository named for Binance',
    because: '9 % have Binance only in path, repository or siblings',
  },
  'binance-dependency': {
    question: 'binance',
    group: 'project',
    bits: 5,
    help: 'a manifest that names a Binance SDK',
    because: '9 % have Binance only in path, repository or siblings',
  },
  'binance-sibling': {
    question: 'binance',
    group: 'project',
    bits: 5,
    help: 'another file that imports a Binance SDK or calls its hosts',
    because: '9 % have Binance only in path, repository or siblings',
  },
  'ccxt-import': {
    question: 'binance',
    group: 'exchange-library',
    bits: 2,
    help: 'an import of ccxt',
    because: 'ccxt serves a hundred exchanges; most keys in bots are for Binance',
  },
  'named-pair': {
    question: 'binance',
    group: 'pair',
    bits: 3,
    help: 'its other half named beside it',
    because: 'few services have two halves of 64 mixed letters and digits',
  },
  'key-file-named': {
    question: 'binance',
    group: 'key-file',
    bits: 6,
    help: 'another file that names it beside Binance’s API',
    because: 'the program that calls Binance loads its private key by this file’s name',
  },
  'variable-named': {
    question: 'binance',
    group: 'key-file',
    bits: 6,
    help: 'a program that gives this variable to a client of Binance',
    because: 'the program that makes the client reads its keys by these names',
  },
  'same-value': {
    question: 'binance',
    group: 'same',
    bits: 6,
    help: 'the same value elsewhere with Binance evidence',
    because: 'one value is one credential',
  },
  'other-service': {
    question: 'binance',
    group: 'other',
    bits: -20,
    help: 'a name that does not name another service',
    because: 'the name says whose it is',
  },
  'other-service-file': {
    question: 'binance',
    group: 'other',
    bits: -4,
    help: 'a path that does not name another exchange',
    because: 'the file is for another exchange',
  },
  'any-private-key': {
    question: 'binance',
    group: 'kind',
    bits: -2,
    help: 'a key of 64 letters and digits',
    because: 'private keys serve everything, Binance keys only Binance',
  },
  'any-passphrase': {
    question: 'binance',
    group: 'kind',
    bits: -5,
    help: 'a key instead of its passphrase',
    because: 'passphrases of private keys serve everything',
  },
  'foreign-words': {
    question: 'binance',
    group: 'foreign',
    bits: -3,
    help: 'a name without words of its own',
    because: 'a name with unknown words may be of another service',
  },

  'named-otherwise': {
    question: 'binance',
    group: 'otherwise',
    bits: -5,
    help: 'a file whose Binance names do not stand elsewhere',
    because: 'who writes BINANCE_API_KEY for one value does not call another of Binance’s by a name without it',
  },
  'named-for-other': {
    question: 'binance',
    group: 'otherwise',
    bits: -12,
    help: 'a name without words of its own beside Binance’s names',
    because: 'where Binance’s credentials are named for it, one that is named for something else is that',
  },
  'other-host': {
    question: 'binance',
    group: 'other',
    bits: -24,
    help: 'a host of Binance instead of another exchange’s',
    because: 'several exchanges imitate Binance’s API, the header included: the host tells',
  },
  'other-section': {
    question: 'binance',
    group: 'section',
    bits: -9,
    help: 'the section of Binance',
    because: 'a file that has a section for Binance has the others for others',
  },
  'half-of-own': {
    question: 'binance',
    group: 'half',
    bits: 6,
    help: 'an other half of Binance’s',
    because: 'both halves of a pair are of one exchange',
  },

  // Which role has it?
  'sdk-slot': {
    question: 'role',
    group: 'slot',
    bits: 9,
    help: 'an SDK call that takes it at a place of one role',
    because: 'the SDK documents the place',
  },
  'signing-slot': {
    question: 'role',
    group: 'slot',
    bits: 6,
    help: 'a signing call that takes it as its key',
    because: 'requests are signed with the secret',
  },
  'header-role': {
    question: 'role',
    group: 'slot',
    bits: 9,
    help: 'the header that carries API keys',
    because: 'the header carries API keys alone',
  },
  'role-name': {
    question: 'role',
    group: 'name',
    bits: 6,
    help: 'a name that tells the role',
    because: 'people name secrets secret',
  },
  'role-label': {
    question: 'role',
    group: 'label',
    bits: 4,
    help: 'a label before it that tells the role',
    because: 'labels in prose are looser than names',
  },
  'role-key': {
    question: 'role',
    group: 'weak-name',
    bits: 2,
    help: 'a name with `key`',
    because: '`key` beside `secret` is the API key; alone it may be either',
  },
  'role-order': {
    question: 'role',
    group: 'order',
    bits: 3,
    help: 'its place before or after the other half',
    because: 'every SDK and most people put the API key first',
  },
  'role-other-half': {
    question: 'role',
    group: 'half',
    bits: 3,
    help: 'an other half of known role',
    because: 'of two halves one is the key and one the secret',
  },
  'role-same-value': {
    question: 'role',
    group: 'same',
    bits: 4,
    help: 'the same value elsewhere with a known role',
    because: 'one value is one credential',
  },
  'role-private-key': {
    question: 'role',
    group: 'shape',
    bits: 12,
    help: 'a private key that parses',
    because: 'a private key is a private key',
  },
} as const;

signals satisfies Readonly<Record<string, Signal>>;

export type SignalId = keyof typeof signals;

/** A clue of the kind `id`; `says` is a sentence fragment without any value. */
export function clue(id: SignalId, says: string, role?: Role): Clue {
  const { question, group, bits } = signals[id];
  return { signal: id, question, group, bits, says, ...(role ? { role } : {}) };
}
