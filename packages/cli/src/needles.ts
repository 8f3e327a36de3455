/**
 * The forms in which a value may stand in bytes: as it is, in UTF-16, base64 at each alignment, hex, escaped. For
 * `bnguard find`; the value is in the needles and must not leave this process.
 */

export interface Needle {
  readonly bytes: Uint8Array;
  /** For people: `base64`; `''` for the value as it is. */
  readonly form: string;
}

/** Shorter values would be found everywhere. */
export const shortestValue = 8;
/** Of shorter values base64 has too few letters that are theirs alone. */
const shortestInBase64 = 12;

/** Each form once, the plain one first. */
export function needlesOf(value: string): readonly Needle[] {
  const plain = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const hex = plain.toString('hex');
  const forms: [string, Buffer][] = [
    ['', plain],
    ['UTF-16', utf16],
    ['UTF-16', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(hex)],
    ['hex', Buffer.from(hex.toUpperCase())],
    ['escaped', Buffer.from(JSON.stringify(value).slice(1, -1))],
    ['escaped', Buffer.from(encodeURIComponent(value))],
  ];
  if (plain.length >= shortestInBase64) {
    for (const text of base64Forms(plain)) {
      forms.push(
        ['base64', Buffer.from(text)],
        ['base64', Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'))],
      );
    }
  }
  const seen = new Map(forms.map(([form, bytes]) => [bytes.toString('latin1'), { bytes, form }]));
  // Of equal bytes the first name counts.
  for (const [form, bytes] of forms.toReversed()) seen.set(bytes.toString('latin1'), { bytes, form });
  return [...seen.values()];
}

/** The letters that belong to the value alone, whatever stands before and behind it in the encoded text. */
function base64Forms(value: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), value])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((shift * 8) / 6);
    const last = Math.floor(((shift + value.length) * 8) / 6);
    return text.slice(first, last);
  });
}

/** The first needle in some bytes: where it stands, and which it is. */
export function firstNeedle(
  bytes: Buffer,
  needles: readonly Needle[],
): { readonly offset: number; readonly end: number; readonly form: string } | undefined {
  for (const { bytes: needle, form } of needles) {
    const offset = bytes.indexOf(needle);
    if (offset >= 0) return { offset, end: offset + needle.length, form };
  }
  return undefined;
}

/** A path up to the name in it that holds a needle: of a folder's name the folder, with its slash. */
export function firstNamed(
  path: Buffer,
  needles: readonly Needle[],
): { readonly path: Buffer; readonly form: string } | undefined {
  const hit = firstNeedle(path, needles);
  if (!hit) return undefined;
  const slash = path.indexOf(0x2f, hit.end);
  return { path: slash < 0 ? path : path.subarray(0, slash + 1), form: hit.form };
}

/** Bytes that two pieces must share, so that no needle is missed between them. */
export const overlapFor = (needles: readonly Needle[]): number =>
  needles.reduce((most, { bytes }) => Math.max(most, bytes.length), 1) - 1;

/** Counts the line feeds of pieces that come one after the other. */
export class LineCounter {
  #lines = 1;

  /** The 1-based line of an offset in this piece. */
  at(piece: Buffer, offset: number): number {
    return this.#lines + newlines(piece.subarray(0, offset));
  }

  /** Goes past `length` bytes of this piece. */
  pass(piece: Buffer, length: number): void {
    this.#lines += newlines(piece.subarray(0, length));
  }
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
