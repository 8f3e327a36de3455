/**
 * Reads files from disk and shows them to the engine, one after the other, through one reused buffer. Runs in the
 * main thread and in workers alike, synchronously: nothing is faster for many small files.
 */
import { closeSync, constants, fstatSync, openSync, readSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { detectEncoding, documents, isWanted, observe } from '@bnguard/engine';
import type { ByteSource, Observation, Origin, Skip } from '@bnguard/engine';
import { reasonOf } from './gaps.ts';
import { absoluteName, isInside, shownName, type Name } from './names.ts';

/** A batch as it travels to a worker. */
export interface Task {
  /** The root's folder, absolute and without links. */
  readonly dir: string;
  readonly names: readonly Name[];
  readonly tracked: boolean;
  /** Show no file to the engine: name those that pass the gates instead. */
  readonly gatesOnly: boolean;
}

/** What reading a batch brought: plain data, which crosses threads. */
export interface Outcome {
  readonly observations: Observation[];
  readonly gaps: { readonly skip: Skip; readonly harmless: boolean }[];
  /** Left for a batch of their own, so that one thread does not get them all. */
  readonly large: Name[];
  /** What passed the gates where nothing else was asked for; counted nowhere yet. */
  readonly hits: Name[];
  documents: number;
  bytes: number;
}

export interface ReadSettings {
  /** Absolute paths of everything that is scanned: a link that leads into them needs no word. */
  readonly trees: readonly string[];
  readonly maxFileSize: number | undefined;
}

/** Files up to this size are read whole; one byte more shows that a file grew. */
const wholeSize = 8 * 1024 * 1024;
/** Files from this size on are not read among others. */
const largeSize = 1024 * 1024;
const origin: Origin = { kind: 'file' };
// O_NONBLOCK: a FIFO that nobody writes to must not hold up the scan. Windows knows neither flag; `undefined` counts as 0 there.
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

interface Circumstances {
  readonly tracked: boolean;
  readonly gatesOnly: boolean;
  readonly alone: boolean;
}

export class Reader {
  readonly #settings: ReadSettings;
  readonly #buffer: Buffer = Buffer.allocUnsafeSlow(wholeSize + 1);
  /** Folders of tracked files, and whether they are what they seem: a link in the way may lead out of the tree. */
  readonly #folders = new Map<string, boolean>();

  constructor(settings: ReadSettings) {
    this.#settings = settings;
  }

  read({ dir, names, tracked, gatesOnly }: Task): Outcome {
    const outcome: Outcome = { observations: [], gaps: [], large: [], hits: [], documents: 0, bytes: 0 };
    for (const name of names) {
      try {
        const path = absoluteName(dir, name);
        if (tracked && typeof path === 'string' && !this.#isReal(dirname(path))) continue;
        this.#readFile(path, name, { tracked, gatesOnly, alone: names.length === 1 }, outcome);
      } catch (error) {
        this.#explain(error as NodeJS.ErrnoException, dir, name, tracked, outcome);
      }
    }
    return outcome;
  }

  #readFile(path: string | Buffer, name: Name, { tracked, gatesOnly, alone }: Circumstances, outcome: Outcome): void {
    const file = openSync(path, openFlags);
    try {
      const stats = fstatSync(file);
      if (!stats.isFile()) {
        // A folder in place of a tracked file: the file was deleted, and what is in the folder is listed by itself.
        if (tracked && stats.isDirectory()) return;
        skip(outcome, name, 'unreadable', `${kindOf(stats)}, not a file`);
        return;
      }
      const { maxFileSize } = this.#settings;
      if (maxFileSize !== undefined && stats.size > maxFileSize) {
        skip(outcome, name, 'too-large', `${stats.size} bytes`, true);
        return;
      }
      if (stats.size > largeSize && !alone) {
        outcome.large.push(name);
        return;
      }
      if (stats.size <= wholeSize) {
        // Until the end, whatever the size says: files in /proc have none, and a log grows.
        let length = 0;
        for (
          let wanted = stats.size + 1, got = -1;
          got !== 0 && length < this.#buffer.length;
          wanted = this.#buffer.length
        ) {
          got = readSync(file, this.#buffer, length, Math.min(wanted, this.#buffer.length - length), null);
          length += got;
          if (length === stats.size) break;
        }
        if (length <= wholeSize) {
          this.#show(this.#buffer.subarray(0, length), name, gatesOnly, outcome);
          return;
        }
      }
      this.#showLarge(file, Math.max(stats.size, fstatSync(file).size), name, outcome);
    } finally {
      closeSync(file);
    }
  }

  #show(bytes: Buffer, name: Name, gatesOnly: boolean, outcome: Outcome): void {
    if (!isWanted(shownName(name), bytes)) {
      if (detectEncoding(bytes).encoding === 'binary') skip(outcome, name, 'binary', undefined, true);
      else count(outcome, bytes.length);
      return;
    }
    if (gatesOnly) {
      outcome.hits.push(name);
      return;
    }
    this.#observe({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length) }, name, outcome);
  }

  #showLarge(file: number, size: number, name: Name, outcome: Outcome): void {
    let end = size;
    let piece = this.#buffer;
    const source: ByteSource = {
      size,
      read: (offset, length) => {
        if (length > piece.length) piece = Buffer.allocUnsafeSlow(length);
        let got = 0;
        while (got < length) {
          const more = readSync(file, piece, got, length - got, offset + got);
          if (more === 0) {
            end = Math.min(end, offset + got);
            break;
          }
          got += more;
        }
        return piece.subarray(0, got);
      },
    };
    this.#observe(source, name, outcome);
    if (end < size) skip(outcome, name, 'unreadable', 'it shrank while it was read');
  }

  #observe(source: ByteSource, name: Name, outcome: Outcome): void {
    const found = documents(source, shownName(name), origin);
    for (;;) {
      const { value, done } = found.next();
      if (!done) {
        for (const observation of observe(value)) outcome.observations.push(observation);
      } else {
        if (value === 'binary') skip(outcome, name, 'binary', undefined, true);
        else count(outcome, source.size);
        return;
      }
    }
  }

  /** True when no link stands between the root and this folder, so that git would look into it too. */
  #isReal(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    let real = false;
    try {
      real = realpathSync.native(folder) === folder;
    } catch {
      real = true; // Opening the file will say what is wrong, unless it was deleted.
    }
    this.#folders.set(folder, real);
    return real;
  }

  #explain(error: NodeJS.ErrnoException, dir: string, name: Name, tracked: boolean, outcome: Outcome): void {
    const { code } = error;
    if (code === 'ELOOP' || code === 'EMLINK') {
      const path = absoluteName(dir, name);
      try {
        readlinkSync(path);
      } catch {
        skip(outcome, name, 'unreadable', code);
        return;
      }
      try {
        const target = realpathSync.native(path);
        if (this.#settings.trees.some((tree) => isInside(target, tree))) return;
        skip(outcome, name, 'link-outside', 'a link out of the scanned tree', true);
      } catch (failure) {
        skip(outcome, name, 'missing', `a broken link (${(failure as NodeJS.ErrnoException).code})`, true);
      }
    } else if (code === 'ENOENT' || code === 'ENOTDIR') {
      // Tracked, but deleted or sparse: git knows, and nothing is on disk.
      if (!tracked) skip(outcome, name, 'missing', 'it vanished before it was read');
    } else if (code === 'ENXIO') skip(outcome, name, 'unreadable', 'a socket or device, not a file');
    else if (code !== undefined) skip(outcome, name, 'unreadable', reasonOf(code));
    // Not the file's fault but ours. The message may quote the text that was read, so only the place is told.
    else skip(outcome, name, 'unreadable', `internal error: ${error.name} ${frameOf(error)}`.trim());
  }
}

function skip(outcome: Outcome, name: Name, why: Skip['why'], detail?: string, harmless = false): void {
  const path = shownName(name);
  outcome.gaps.push({ skip: detail === undefined ? { path, why } : { path, why, detail }, harmless });
}

function count(outcome: Outcome, bytes: number): void {
  outcome.documents++;
  outcome.bytes += bytes;
}

function kindOf(stats: Stats): string {
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return stats.isDirectory() ? 'a folder' : 'a device';
}

/** `file.js:line:column` of the innermost frame. */
function frameOf(error: Error): string {
  return /([^/\\\s(]+:\d+:\d+)\)?$/m.exec(error.stack?.replace(error.message, '') ?? '')?.[1] ?? '';
}
