/**
 * Bytes to text. Guesses the encoding as an editor would, never throws, and calls bytes binary only when no gate hits:
 * a binary file that holds something of interest is read like `strings` would read it.
 */
import { passes } from './prefilter.ts';

/** `binary`: UTF-8 if it is valid, else one character a byte; and plain text in UTF-16 without its zero bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1' | 'binary';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'binary' };

/** How much of the beginning decides what a file is; git looks at 8,000 bytes. */
const SAMPLE = 8192;

/**
 * Made when they are needed: most files need none, and each takes a while to make. Node 20 and 22 lose a first byte 0xFF of
 * Latin-1 where they are told to ignore marks.
 */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoderOf(encoding: Exclude<Encoding, 'binary'>, fatal = false): InstanceType<typeof TextDecoder> {
  const key = fatal ? `strict ${encoding}` : encoding;
  let decoder = decoders.get(key);
  if (!decoder) decoders.set(key, (decoder = new TextDecoder(encoding, { ignoreBOM: encoding !== 'latin1', fatal })));
  return decoder;
}

/** The whole of a file. The text has no byte-order mark. */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, mark } = detectEncoding(bytes);
  if (encoding === 'binary' && !passes(bytes)) return { kind: 'binary' };
  const body = bytes.subarray(mark);
  if (encoding !== 'utf-8') return { kind: 'text', encoding, text: decodeAs(body, encoding) };
  const text = strictly(body);
  return text === undefined ? damaged(body) : { kind: 'text', encoding, text };
}

/** The text if the bytes are valid UTF-8. Buffer's way is several times as fast; only its sign for bad bytes is doubtful. */
function strictly(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A picture shows it at once. The last letter of the sample may be cut.
  const head = bytes.length > SAMPLE ? buffer.toString('utf8', 0, SAMPLE).slice(0, -3) : '';
  if (head.includes('\ufffd') && !buffer.subarray(0, SAMPLE).includes('\ufffd')) return undefined;
  const text = buffer.toString();
  if (!text.includes('\ufffd')) return text;
  try {
    return decoderOf('utf-8', true).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes without byte-order mark, in a known encoding. What is not valid becomes U+FFFD, one for each bad sequence. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding !== 'binary') return decoderOf(encoding).decode(bytes);
  const text = strictly(bytes) ?? decoderOf('latin1').decode(bytes);
  return text.replace(/(?:[\t\n\r -~]\0){8,}/g, (wide) => wide.replaceAll('\0', ''));
}

/**
 * What a file is by its first bytes (8 KB are looked at), and how long its byte-order mark is. `utf-8` stands for
 * every text that is not UTF-16; whether it is valid shows when it is decoded.
 */
export function detectEncoding(bytes: Uint8Array): { readonly encoding: Encoding; readonly mark: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = sample.indexOf(0); at >= 0; at = sample.indexOf(0, at + 1)) zeros[at % 2]!++;
  const [even, odd] = zeros as [number, number];
  if (even + odd === 0) return { encoding: 'utf-8', mark: 0 };
  // UTF-16 without a mark: text that is mostly ASCII has its zero bytes on one side. A file whose units are mostly
  // beyond ASCII stays `binary`, whose reading shows the ASCII parts of it all the same.
  const many = sample.length / 8;
  if (odd >= many && even * 8 <= odd) return { encoding: 'utf-16le', mark: 0 };
  if (even >= many && odd * 8 <= even) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: 'binary', mark: 0 };
}

/**
 * Not valid UTF-8: still UTF-8 with some bad bytes if it has more good letters beyond ASCII than bad ones (as editors
 * show it, so that columns agree), else Latin-1.
 */
function damaged(bytes: Uint8Array): Decoded {
  const text = decoderOf('utf-8').decode(bytes);
  let bad = 0;
  let good = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0xfffd) bad++;
    else if (unit > 0x7f) good++;
  }
  if (good > bad) return { kind: 'text', encoding: 'utf-8', text };
  return { kind: 'text', encoding: 'latin1', text: decoderOf('latin1').decode(bytes) };
}
