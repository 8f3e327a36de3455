/**
 * Whether reading a text could bring a candidate or an ignore comment. Most files that a gate lets through hold hashes
 * or only the word Binance; a look at what could carry a credential spares them the reader. No clue is weighed here.
 */
import { findPrivateKeys } from './candidates/private-keys.ts';
import { longRuns, runsOf, shapeOfRun } from './candidates/shape.ts';
import { hasMark, mayHold, splitLiterals, type Doubts } from './carriers.ts';
import { binanceWord, latinBinanceWord, meaningOf } from './clues/names.ts';
import { mentionsPassphrase } from './clues/passphrase-names.ts';
import { longestTold, mayTellTestnet } from './clues/testnet.ts';
import { quotedPrintable } from './read/quoted-printable.ts';
import { endsPartOfKey, holdsSplitKey } from './split-keys.ts';
import type { Span } from './types.ts';

/** Without one of these there is no private key to look for. */
const privateKeyMark = /PRIVATE KEY|RSAKeyValue|MC4CAQAwBQYDK2VwBCIEI|MII[EJ]|LS0tLS1CRUdJTi/;
/** See candidates/fernet.ts. Pictures in base64 have its letters too, but not at their beginning. */
const fernetToken = /(?:^|[^A-Za-z0-9+/_-])gAAAAA[A-D][A-Za-z0-9_-]{89}/;
/** Names and places of listen keys, in texts with runs as long. */
const listens = /[Ll]isten[_-]?[Kk]ey|LISTEN[_-]?KEY|(?:\/ws\/|streams?=)[A-Za-z0-9]{60}/;
/** The longest listen key, and an escape that may stick to it. */
const longestListenKey = 64 + 5;
/** Without one of these, or the name of Binance, no 64 hex digits are more than a hash. */
const ownHeader = /x-mbx/i;
const testnet = /testnet/i;
/**
 * So far from a hex value a word of the testnet counts where nothing speaks of Binance. A section or a mapping that is
 * called so and is longer is given up: files with the hashes of some test network are too many.
 */
const farthestTestnet = 20_000;
/** One of these stands before a hex value that is a credential: its name or the call that takes it. */
const credentialWords =
  /api|key|secret|client|binance|mbx|spot|futures|coinm|usdm|credential|testnet|(?<![a-z])(?:ak|sk|sec|priv|private|hmac)(?![a-z])|clave|llave|chave|chiave|sekret|segre|geheim|gizli|[^\x00-\x7f]/i;

const longestOwnName = 80;
/** So near above it a word makes of it a credential's. */
const wordsOfRole = 200;
const roleWords = /secret|key|sec\b|priv/i;
/** What stands before a value says how it is called: `"txHash": "`, `digest = 0x`. */
const ownName = /([\w$.-]{2,60})["'`]?\]?\s{0,4}(?:=>|:=|[:=])\s{0,4}(?:["'`]|0x)?$/;

/**
 * False only where `observe` would find neither a credential nor an ignore comment. The cheapest questions come first.
 * @param isForOther whether it is about another exchange, where that can be told: hex values for its testnet are none
 */
export function worthReading(text: string, isForOther: () => boolean = () => false): boolean {
  const long = longRuns(text, 60);
  const runs = long.length > 0 ? runsOf(text, long) : [];
  if (runs.some(({ kind }) => kind !== 'hex64')) return true;
  if (long.some((run) => mayBeListenKey(text, run)) && listens.test(text)) return true;
  const named = runs.filter(({ start }) => mayBeNamed(text.slice(Math.max(0, start - wordsBefore), start)));
  if (named.length > 0) {
    if (binanceWord.test(text) || ownHeader.test(text)) return true;
    if (named.some(namesTestnet(text)) && !isForOther()) return true;
  }
  const bytes = bytesOf(text);
  if (holdsSplitKey(text, splitLiterals(bytes))) return true;
  return hasMark(bytes) && marksSomething(text);
}

/**
 * Whether the words before a hex value may be those of a credential. Its own name may say that it is a hash; but of what is
 * called secret or key above that, what a name says below may be anything.
 */
function mayBeNamed(before: string): boolean {
  if (!credentialWords.test(before)) return false;
  const own = ownName.exec(before.slice(-longestOwnName));
  if (!own) return true;
  const { use, role } = meaningOf(own[1]!);
  return use !== 'hash' || role !== undefined || roleWords.test(before.slice(-wordsOfRole, -own[0].length));
}

/** Tells of runs, asked in the order of the text, whether the testnet is named near them. */
function namesTestnet(text: string): (run: Span) => boolean {
  // The names of columns.
  if (/^[^\n]{0,300}testnet/i.test(text)) return () => true;
  let done = 0;
  return ({ start, end }) => {
    // A word may lie across where the look before has ended.
    const from = Math.max(done - longestTold, start - farthestTestnet, 0);
    done = Math.max(done, end + farthestTestnet);
    if (testnet.test(text.slice(Math.max(0, start - nearTestnet), end + nearTestnet))) return true;
    const around = text.slice(from, done);
    return testnet.test(around) && mayTellTestnet.test(around);
  };
}

/** So near any word of the testnet counts; further away what tells something. */
const nearTestnet = 300;

/** What runs that are longer than keys may be: keys in base64. */
const encodedLengths: readonly number[] = [86, 87];
/** So far a look at what stands around a run reaches, in letters: before a hex value, before another, behind it. */
const [wordsBefore, lettersBefore, lettersBehind] = [250, 12, 4];
/** No letter of UTF-8 has more bytes. */
const mostBytes = 3;

/**
 * What `worthReading` would say, as far as bytes tell: most files with long runs are told apart without decoding them.
 * False is certain, of any encoding.
 */
export function mayBeWorthReading(bytes: Uint8Array): boolean {
  const doubts = doubtsAbout(bytes);
  try {
    return mayHold(bytes, 0, bytes.length, doubts);
  } finally {
    doubtsAbout(none);
  }
}

/** Further than this from a part of a key no other part of it stands: as many as there may be, each as far as may be. */
const farthestPart = 15_000;
const notAscii = /[^\x00-\x7f]/;

/** The questions of `worthReading`, asked of bytes. What is not ASCII is for the decoder to tell. */
const doubts: Doubts = {
  isValue(start, end) {
    const buffer = bufferAsked();
    const length = end - start;
    if (isInAddress(buffer, start)) return true;
    if (length > longestListenKey && !encodedLengths.includes(length)) return false;
    const first = Math.max(0, start - lettersBefore);
    const around = buffer.toString('latin1', first, end + lettersBehind);
    const run = { start: start - first, end: end - first };
    if (length <= longestListenKey && (known.speaks ??= speaksOfListenKeys(buffer)) && mayBeListenKey(around, run))
      return true;
    if (notAscii.test(around)) return true;
    const kind = shapeOfRun(around, run);
    if (kind !== 'hex64') return kind !== undefined;
    known.whose ??= whoseMayBe();
    if (known.whose === 'nobody') return false;
    const words = buffer.toString('utf8', Math.max(0, start - mostBytes * wordsBefore), start);
    if (!mayBeNamed(words.slice(-wordsBefore))) return false;
    // Further away than letters are bytes that are not ASCII.
    if (known.whose === 'binance' || !isAsciiAsked()) return true;
    return (known.isNearTestnet ??= namesTestnet(textAsked()))({ start, end });
  },
  isSplitKey(quote) {
    const text = textAsked();
    known.isPart ??= endsPartOfKey(text);
    if (known.isPart(quote)) return true;
    if (isAsciiAsked()) return false;
    // Quotes come in their order: what was looked at before is ASCII.
    const from = Math.max(0, quote - farthestPart, known.asciiTo ?? 0);
    known.asciiTo = quote + farthestPart;
    return notAscii.test(text.slice(from, known.asciiTo));
  },
  isMark: () => (known.isMark ??= !isAsciiAsked() || marksSomething(textAsked())),
};

const none = new Uint8Array(0);
/** The bytes that are asked about. One at a time: most have no doubt, and there are very many. */
let asked: Uint8Array = none;
/** What was seen of them. */
let known: {
  buffer?: Buffer;
  text?: string;
  isAscii?: boolean;
  /** Up to here there is nothing else near the quotes that were asked about. */
  asciiTo?: number;
  speaks?: boolean;
  whose?: 'binance' | 'testnet' | 'nobody';
  isNearTestnet?: (run: Span) => boolean;
  isPart?: (quote: number) => boolean;
  isMark?: boolean;
} = {};

function doubtsAbout(bytes: Uint8Array): Doubts {
  if (asked !== none) known = {};
  asked = bytes;
  return doubts;
}

const bufferAsked = (): Buffer => (known.buffer ??= Buffer.from(asked.buffer, asked.byteOffset, asked.byteLength));
/** All other letters take two bytes in UTF-8; counting is faster than any search. */
const isAsciiAsked = (): boolean => (known.isAscii ??= Buffer.byteLength(textAsked()) === asked.length);
/** A letter for each byte. */
const textAsked = (): string => (known.text ??= bufferAsked().toString('latin1'));

/** Whether bytes speak of Binance, by one of its names in any script, or only of a testnet. */
function whoseMayBe(): 'binance' | 'testnet' | 'nobody' {
  const buffer = bufferAsked();
  // Words may stand in a binary file as in UTF-16: that is for the decoder to tell.
  if (buffer.includes(0)) return 'binance';
  const text = textAsked();
  if (ownHeader.test(text) || latinBinanceWord.test(text)) return 'binance';
  if (!isAsciiAsked() && binanceWord.test(buffer.toString('utf8'))) return 'binance';
  return testnet.test(text) ? 'testnet' : 'nobody';
}

/** Whether a run stands where addresses of streams have a listen key. */
function isInAddress(buffer: Buffer, start: number): boolean {
  return /(?:\/ws\/|streams?=)$/.test(buffer.toString('latin1', Math.max(0, start - 8), start));
}

function speaksOfListenKeys(buffer: Buffer): boolean {
  for (const word of ['isten', 'ISTEN'])
    for (let at = buffer.indexOf(word); at >= 0; at = buffer.indexOf(word, at + 1))
      if (/^[_-]?key/i.test(buffer.toString('latin1', at + word.length, at + word.length + 4))) return true;
  return false;
}

/** A literal with nothing in it but what values are made of. */
const piece = /["'`]([A-Za-z0-9+/]{4,}={0,2})["'`]/g;

/**
 * Whether a program that names Binance holds enough pieces for a value that only folding puts together: for fronts whose
 * parser knows what expressions come to.
 */
export function mayFold(text: string): boolean {
  if (!binanceWord.test(text)) return false;
  let length = 0;
  for (const [, one = ''] of text.matchAll(piece)) if (/\d/.test(one) && (length += one.length) >= 64) return true;
  return /\b[0-9a-fA-F]{128}\b/.test(text);
}

/** Whether what has a mark of its own is there: the words of carriers.ts, each with what makes it more than a word. */
function marksSomething(text: string): boolean {
  if (text.includes('bnguard-ignore') || mentionsPassphrase(text)) return true;
  if (text.includes('gAAAAA') && text.includes('exchanges') && fernetToken.test(text)) return true;
  if (/quoted-printable/i.test(text) && mailsKey(text)) return true;
  return privateKeyMark.test(text) && findPrivateKeys(text).length > 0;
}

/** Reused: most of the time of a fresh one goes to its memory. */
const scratch = Buffer.allocUnsafeSlow(1 << 18);

/**
 * A byte for each letter, valid until the next call: the search in bytes is several times as fast as any in a text.
 * Beyond 255 a letter loses its upper half, which can only make it look like more than it is.
 */
export function bytesOf(text: string): Uint8Array {
  if (text.length > scratch.length) return Buffer.from(text, 'latin1');
  return scratch.subarray(0, scratch.write(text, 'latin1'));
}

/** Letters and digits of which most hashes have fewer kinds. Only what surely is none is refused. */
function mayBeListenKey(text: string, { start, end }: Span): boolean {
  if (end - start > longestListenKey) return false;
  const run = text.slice(start, end);
  return /\d/.test(run) && /[g-z]/i.test(run) && new Set(run).size >= 18;
}

/** Whether mail that is encoded line by line has a key in it, whole or cut. */
function mailsKey(text: string): boolean {
  return quotedPrintable(text).some(({ value }) => value.kind === 'text' && runsOf(value.text).length > 0);
}
