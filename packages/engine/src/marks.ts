/**
 * The marks: words of what has no shape of its own, or none that shows in one line, and where they stand in raw bytes.
 * What they mean together with runs and literals is the question of carriers.ts.
 */
import { isPassphraseAfter, longestBeforePass, passphraseEndings } from './clues/passphrase-names.ts';
import { addToGroup } from './grouped.ts';
import { FOLD, LiteralSearch, type FoundLiteral } from './literals.ts';

/** One of these stands in a text with a key in pieces (see split-keys.ts). Too short for the search, so by itself. */
export const OWNER = 'binance';
export const owners: readonly string[] = ['ccxt', 'CCXT', 'Ccxt'];

/** As they are written. */
const marks = [
  'bnguard-ignore',
  'PRIVATE KEY',
  'RSAKeyValue',
  // The base64 of `-----BEGIN `.
  'LS0tLS1CRUdJTi',
  // Bare bodies of private keys: Ed25519, RSA in PKCS#1 of both versions, and what names RSA or a password's scheme
  // (1.2.840.113549.1), at the three places that it can have in a group of four letters.
  'MC4CAQAwBQYDK2VwBCIEI',
  'IBAAKCA',
  'IBAQKCA',
  'KoZIhvcNAQ',
  'qGSIb3DQ',
  'qhkiG9w0B',
  // A Fernet token begins with its version and a time, of which the first bytes are zero.
  ...['A', 'B', 'C', 'D'].map((letter) => `gAAAAA${letter}`),
];
/** In any case, as headers of mail are. */
const anyCase = ['quoted-printable'];
/** The same: how the name of a passphrase may end; what stands before says whether it is one. */
const endings = (): readonly string[] => passphraseEndings(7);
let search: LiteralSearch | undefined;
/** Made when it is asked for: where there are vectors, few files need it. */
const marksAndOwner = (): LiteralSearch =>
  (search ??= new LiteralSearch([...marks.map((one) => one.toLowerCase()), ...anyCase, ...endings(), OWNER]));

/**
 * Of each mark, and of the owner's names, three letters that other texts seldom have; of what counts in any case in both
 * cases. The sieve tells eight groups apart; those in one group have letters in common, or so rare ones that it does not
 * matter where they are mixed up.
 */
export const PARTS: readonly (readonly string[])[] = [
  ['pas', 'PAS'],
  ['bin', 'BIN', 'bng'],
  ['VAT', 'yVa'],
  ['d-p', 'D-P', 'KCA'],
  ['0tL', 'C4C'],
  ['Ib3', 'G9w'],
  ['ZIh', 'gAA'],
  ['cxt', 'CXT'],
];

/** A mark, and where in it its part begins. */
interface Mark {
  readonly says: string;
  readonly letters: Uint8Array;
  readonly offset: number;
  readonly isExact: boolean;
}

const lettersOf = (letters: string): Uint8Array => Buffer.from(letters, 'latin1');

/** By the same in lower case. */
const exactly = new Map(marks.map((says) => [says.toLowerCase(), lettersOf(says)]));

let byPart: ReadonlyMap<number, readonly Mark[]> | undefined;
/** Made when the first part is found: in few commits there is one. */
const marksByPart = (): ReadonlyMap<number, readonly Mark[]> => (byPart ??= groupedByPart());

/** By their part, as `partAt` gives it. */
function groupedByPart(): ReadonlyMap<number, readonly Mark[]> {
  const parts = PARTS.flat();
  const groups = new Map<number, Mark[]>();
  for (const [words, isExact] of [
    [marks, true],
    [owners, true],
    [[...anyCase, ...endings(), OWNER], false],
  ] as const) {
    for (const says of words) {
      const part = parts.find((one) => says.includes(one));
      if (part === undefined) throw new RangeError(`the mark '${says}' has none of the parts that are searched for`);
      const mark = { says, letters: lettersOf(says), offset: says.indexOf(part), isExact };
      addToGroup(groups, partAt(lettersOf(part), 0), mark);
    }
  }
  return groups;
}

/** Three letters as a number, in any case. */
function partAt(bytes: Uint8Array, at: number): number {
  return (FOLD[bytes[at]!]! << 16) | (FOLD[bytes[at + 1]!]! << 8) | FOLD[bytes[at + 2]!]!;
}

/** The mark whose part stands at `at`; one that is more than an owner's name, if there is one. */
export function markAround(bytes: Uint8Array, at: number, from: number, end: number): string | undefined {
  if (at < from || at + 3 > end) return undefined;
  let found: string | undefined;
  for (const { says, letters, offset, isExact } of marksByPart().get(partAt(bytes, at)) ?? []) {
    const begin = at - offset;
    if (begin < from || begin + letters.length > end || !isAt(bytes, begin, letters, isExact)) continue;
    if (says === OWNER || owners.includes(says)) found = OWNER;
    else if (isExact || anyCase.includes(says) || endsPassphrase(bytes, begin + letters.length, from)) return says;
  }
  return found;
}

function isAt(bytes: Uint8Array, at: number, letters: Uint8Array, isExact: boolean): boolean {
  let index = 0;
  while (index < letters.length && (isExact ? bytes[at + index] : FOLD[bytes[at + index]!]) === letters[index]) index++;
  return index === letters.length;
}

/** Whether the `pass` that ends at `end` is one of a passphrase's name. */
function endsPassphrase(bytes: Uint8Array, end: number, from: number): boolean {
  const pass = end - 'pass'.length;
  const begin = Math.max(from, pass - longestBeforePass);
  return isPassphraseAfter(String.fromCharCode(...bytes.subarray(begin, pass)));
}

/** The first mark, and whether the owner's name stands before it. In UTF-16 any case counts: the text is asked. */
export function nextMark(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly isOwn: boolean; readonly mark?: string } {
  let isOwn = false;
  let mark: string | undefined;
  marksAndOwner().some(bytes, start, end, (hit) => {
    const letters = exactly.get(hit.literal);
    if (hit.literal === OWNER) isOwn = true;
    else if (isWide(hit) || anyCase.includes(hit.literal)) mark = hit.literal;
    else if (letters ? isAt(bytes, hit.start, letters, true) : endsPassphrase(bytes, hit.end, start))
      mark = hit.literal;
    return mark !== undefined;
  });
  return { isOwn, ...(mark !== undefined && { mark }) };
}

/** Whether one of the marks, or an owner's name, stands there in UTF-16. */
export function hasWideMark(bytes: Uint8Array, start: number, end: number): boolean {
  return marksAndOwner().some(bytes, start, end, isWide);
}

const isWide = ({ start, end, literal }: FoundLiteral): boolean => end - start > literal.length;
