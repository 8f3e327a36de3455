/**
 * From a file's bytes to the documents worth reading: the whole of it up to 8 MB, beyond that windows around the
 * hits of the gates. Windows follow from the hits' offsets alone, never from how the bytes were read. No files here:
 * the caller brings the bytes.
 */
import { type Encoding, decode, decodeAs, detectEncoding } from './decode.ts';
import { type Hit, gateHits, isWanted } from './prefilter.ts';
import type { Document, Origin, Place, Span } from './types.ts';

/** Bytes from somewhere, in any order. */
export interface ByteSource {
  /** In bytes, when reading began: a file may have grown or shrunk since. What lies beyond is not looked at. */
  readonly size: number;
  /**
   * The bytes from `offset`, at most `length` of them; fewer are read on, none means the end. The array belongs to
   * the source, which may use it again for the next read.
   */
  read(offset: number, length: number): Uint8Array;
}

/** In bytes. Others than the standard ones are for tests. */
export interface Limits {
  /** Up to here a file is one document, and so long may a window grow. */
  readonly whole: number;
  /** How much context a hit has on either side. */
  readonly pad: number;
  /** How much of the file's beginning goes with later windows. */
  readonly head: number;
  /** Longer runs of letters and digits carry no credential: the longest carrier is the base64 of a config file. */
  readonly longestRun: number;
  /** How much is read at once. */
  readonly chunk: number;
}

const LIMITS: Limits = { whole: 8 << 20, pad: 256 << 10, head: 64 << 10, longestRun: 64 << 10, chunk: 2 << 20 };

/** What there was to read. `binary`: nothing of it was read, for it looks binary and no gate hits. */
export type Content = 'text' | 'binary' | 'empty';

/** The documents of one file, in order; none where no gate hits. Needs some 40 MB at most, however large the file. */
export function* documents(
  source: ByteSource,
  path: string,
  origin: Origin,
  limits: Limits = LIMITS,
): Generator<Document, Content> {
  if (source.size > limits.whole) return yield* windows(new Reader(source, limits), path, origin, limits);
  const bytes = new Uint8Array(source.size);
  const whole = bytes.subarray(0, fill(source, 0, bytes));
  if (whole.length === 0) return 'empty';
  const decoded = isWanted(path, whole) ? decode(whole) : undefined;
  if (decoded?.kind === 'text') yield { path, origin, text: decoded.text };
  return decoded === undefined && detectEncoding(whole).encoding === 'binary' ? 'binary' : 'text';
}

/** A stretch of the file, in bytes. `focus` is set where it overlaps with its neighbours. */
interface Window extends Span {
  readonly focus: Span;
}

function* windows(reader: Reader, path: string, origin: Origin, limits: Limits): Generator<Document, Content> {
  let head: string | undefined;
  for (const window of windowsAround(hitsIn(reader.source, limits), reader.source.size, limits)) {
    const start = reader.boundary(window.start);
    const place = reader.placeOf(start);
    const bytes = reader.window({ start, end: reader.boundary(window.end) });
    const text = decodeAs(bytes, reader.encoding);
    const [from, to] = [window.focus.start, window.focus.end].map((offset) =>
      offset <= window.start ? 0 : offset >= window.end ? text.length : reader.textOffset(bytes, start, offset),
    ) as [number, number];
    yield {
      path,
      origin,
      text,
      ...(start > reader.mark && { start: place, head: (head ??= reader.head(limits.head)) }),
      ...((from > 0 || to < text.length) && { focus: { start: from, end: to } }),
    };
  }
  if (reader.windowed) return 'text';
  return reader.encoding === 'binary' ? 'binary' : 'text';
}

/**
 * Every hit with `pad` bytes on either side. Windows that touch become one until it would be longer than `whole`; the
 * next then begins before the next hit, and their common part is shared out: to the first what starts up to its last
 * hit, to the second what starts shortly before its first one.
 */
function* windowsAround(hits: Iterable<Hit>, size: number, { pad, whole }: Limits): Generator<Window> {
  // Whatever a credential begins with (a name, a header line), its first hit is no farther away than this.
  const reach = pad >> 6;
  let open: { start: number; end: number; lastHit: number; from: number } | undefined;
  for (const hit of hits) {
    const start = Math.max(0, hit.start - pad);
    const end = Math.min(size, hit.end + pad);
    if (open !== undefined && start <= open.end && end - open.start <= whole) {
      open.end = Math.max(open.end, end);
      open.lastHit = Math.max(open.lastHit, hit.end);
      continue;
    }
    let from = start;
    if (open !== undefined) {
      if (start < open.end) from = Math.min(open.end, hit.start, Math.max(open.lastHit, hit.start - reach));
      yield { start: open.start, end: open.end, focus: { start: open.from, end: start < open.end ? from : open.end } };
    }
    open = { start, end, lastHit: hit.end, from };
  }
  if (open !== undefined) yield { start: open.start, end: open.end, focus: { start: open.from, end: open.end } };
}

/**
 * The hits in a whole file, in the order of their starts, without runs that are too long. Each is reported from a
 * chunk that shows as much behind its start as decides that, so that chunks leave no trace.
 */
function* hitsIn(source: ByteSource, { chunk, longestRun }: Limits): Generator<Hit> {
  const before = 2;
  const behind = 2 * longestRun + 2;
  const buffer = new Uint8Array(before + behind + chunk);
  let base = 0;
  let kept = 0;
  for (let settled = 0; ;) {
    const length = kept + fill(source, base + kept, buffer.subarray(kept));
    const ended = length < buffer.length || base + length >= source.size;
    const limit = ended ? length : length - behind;
    for (const { start, end, gate } of gateHits(buffer, 0, length)) {
      if (start < settled - base || start >= limit) continue;
      const letters = end - start > 1 && buffer[start + 1] === 0 ? (end - start + 1) / 2 : end - start;
      if (gate !== 'run' || letters <= longestRun) yield { start: base + start, end: base + end, gate };
    }
    if (ended) return;
    settled = base + limit;
    // Two bytes more than what is unsettled show whether a run goes on from before.
    buffer.copyWithin(0, limit - before, length);
    base = settled - before;
    kept = length - limit + before;
  }
}

/** Reads until `into` is full or the source ends; never past the source's size. Returns how much it read. */
function fill(source: ByteSource, offset: number, into: Uint8Array): number {
  const wanted = Math.min(into.length, source.size - offset);
  let got = 0;
  while (got < wanted) {
    const piece = source.read(offset + got, wanted - got);
    if (piece.length === 0) break;
    into.set(piece.length > wanted - got ? piece.subarray(0, wanted - got) : piece, got);
    got += piece.length;
  }
  return Math.max(0, Math.min(got, wanted));
}

/** Reads stretches of a large file, and counts lines and columns up to them. Stretches must be asked for in order. */
class Reader {
  readonly source: ByteSource;
  readonly encoding: Encoding;
  /** The length of the byte-order mark. */
  readonly mark: number;
  /** Whether any window was read. */
  windowed = false;
  readonly #chunk: Uint8Array;
  #buffer: Uint8Array = new Uint8Array(0);
  /** The last window, which also serves the counting. */
  #last: Span = { start: 0, end: 0 };
  #counted: { offset: number; line: number; lineStart: number };
  #measured: { offset: number; column: number };

  constructor(source: ByteSource, limits: Limits) {
    this.source = source;
    this.#chunk = new Uint8Array(limits.chunk);
    const beginning = this.#chunk.subarray(0, fill(source, 0, this.#chunk.subarray(0, limits.head)));
    const { encoding, mark } = detectEncoding(beginning);
    this.mark = mark;
    this.encoding = encoding === 'utf-8' ? this.#utf8OrLatin1(beginning.subarray(mark)) : encoding;
    this.#counted = { offset: mark, line: 1, lineStart: mark };
    this.#measured = { offset: mark, column: 1 };
  }

  /** A large file is Latin-1 if its beginning is: its windows must not differ. */
  #utf8OrLatin1(beginning: Uint8Array): Encoding {
    // Without its last character, which may be cut.
    let end = beginning.length;
    while (end > 0 && beginning.length - end < 3 && beginning[end - 1]! >= 0x80 && beginning[end - 1]! < 0xc0) end--;
    if (end > 0 && beginning[end - 1]! >= 0xc0) end--;
    const decoded = decode(beginning.subarray(0, end));
    return decoded.kind === 'text' && decoded.encoding === 'latin1' ? 'latin1' : 'utf-8';
  }

  get #unit(): 1 | 2 {
    return this.encoding === 'utf-16le' || this.encoding === 'utf-16be' ? 2 : 1;
  }

  /** The first character boundary from the UTF-8 byte or UTF-16 unit at `offset` on, or the end of the file. */
  boundary(offset: number): number {
    if (offset <= this.mark) return this.mark;
    if (offset >= this.source.size) return this.source.size;
    // In big-endian text a hit's first letter is the second byte of its unit.
    const even = offset - (this.#unit === 2 ? (offset - this.mark) % 2 : 0);
    const next = new Uint8Array(4);
    const length = fill(this.source, even, next);
    if (this.#unit === 2) {
      const high = next[this.encoding === 'utf-16le' ? 1 : 0]!;
      return Math.min(this.source.size, high >= 0xdc && high <= 0xdf ? even + 2 : even);
    }
    if (this.encoding !== 'utf-8') return even;
    const lead = next.subarray(0, length).findIndex((byte) => byte < 0x80 || byte >= 0xc0);
    // Four bytes that continue a character are not UTF-8; fewer are the file's last.
    return even + (lead >= 0 ? lead : length < 4 ? length : 0);
  }

  /** The bytes of a stretch, valid until the next. */
  window(span: Span): Uint8Array {
    if (this.#buffer.length < span.end - span.start) this.#buffer = new Uint8Array(span.end - span.start);
    const length = fill(this.source, span.start, this.#buffer.subarray(0, span.end - span.start));
    this.#last = { start: span.start, end: span.start + length };
    this.windowed = true;
    return this.#buffer.subarray(0, length);
  }

  /** Where in the text of a window the byte at `offset` of the file stands. */
  textOffset(window: Uint8Array, start: number, offset: number): number {
    const length = Math.max(0, this.boundary(offset) - start);
    return decodeAs(window.subarray(0, Math.min(window.length, length)), this.encoding).length;
  }

  head(length: number): string {
    const bytes = new Uint8Array(Math.max(0, this.boundary(length) - this.mark));
    return decodeAs(bytes.subarray(0, fill(this.source, this.mark, bytes)), this.encoding);
  }

  /** The place of the character at `offset`. Lines are counted in bytes; only the last one is decoded. */
  placeOf(offset: number): Place {
    const counted = this.#counted;
    while (counted.offset < offset) {
      const bytes = this.#read(counted.offset, offset);
      if (bytes.length === 0) break;
      for (let at = this.#newline(bytes, 0); at >= 0; at = this.#newline(bytes, at + this.#unit)) {
        counted.line++;
        counted.lineStart = counted.offset + at + this.#unit;
      }
      counted.offset += bytes.length;
    }
    const measured = this.#measured;
    if (measured.offset < counted.lineStart) this.#measured = { offset: counted.lineStart, column: 1 };
    while (this.#measured.offset < offset) {
      const from = this.#measured.offset;
      const to = Math.min(offset, this.boundary(Math.min(offset, from + this.#chunk.length - 4)));
      const bytes = this.#read(from, to);
      if (bytes.length === 0) break;
      // Columns in a binary file mean little, so they are not worth the slower reading.
      const text = decodeAs(bytes, this.encoding === 'binary' ? 'utf-8' : this.encoding);
      const column = this.#measured.column + text.length;
      this.#measured = { offset: from + bytes.length, column };
    }
    return { line: counted.line, column: this.#measured.column };
  }

  /** The offset of the next line feed in some bytes that begin with a whole character, or -1. */
  #newline(bytes: Uint8Array, from: number): number {
    let at = bytes.indexOf(0x0a, from);
    if (this.#unit === 1) return at;
    const little = this.encoding === 'utf-16le';
    while (at >= 0 && (little ? at % 2 === 1 || bytes[at + 1] !== 0 : at % 2 === 0 || bytes[at - 1] !== 0)) {
      at = bytes.indexOf(0x0a, at + 1);
    }
    return at < 0 || little ? at : at - 1;
  }

  /** Some of the bytes of `[from, to)`, at least one if there is one, and whole UTF-16 units. Valid until the next. */
  #read(from: number, to: number): Uint8Array {
    if (from >= this.#last.start && from < this.#last.end) {
      return this.#buffer.subarray(from - this.#last.start, Math.min(to, this.#last.end) - this.#last.start);
    }
    const length = Math.min(to - from, this.#chunk.length & ~1);
    return this.#chunk.subarray(0, fill(this.source, from, this.#chunk.subarray(0, length)));
  }
}
