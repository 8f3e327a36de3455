/**
 * Looks for needles in every file of a folder, ignored ones and dependency folders included: in their names, their
 * content, and where links lead.
 */
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { firstNamed, firstNeedle, LineCounter, overlapFor, type Needle } from '../needles.ts';
import { listFiles, type Ledger } from './list.ts';
import { unreadable, type Gap } from './gaps.ts';
import { absoluteName, shownName } from './names.ts';
import { resolvePaths } from './paths.ts';

export interface FoundInFile {
  /** Of a folder's name: the folder, with its slash. */
  readonly path: string;
  readonly where: 'content' | 'name' | 'link';
  /** Of content. */
  readonly line?: number;
  /** How the value stands there; see Needle. */
  readonly form: string;
}

const atOnce = 4 << 20;
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Throws a UserError when a PATH cannot be reached. */
export async function findInFiles(
  cwd: string,
  paths: readonly string[],
  needles: readonly Needle[],
): Promise<{ readonly found: readonly FoundInFile[]; readonly files: number; readonly gaps: readonly Gap[] }> {
  const ledger: Ledger = { ignored: 0, dependencyFolders: 0, roots: new Set(), gaps: [] };
  const found: FoundInFile[] = [];
  const buffer = Buffer.allocUnsafeSlow(atOnce + overlapFor(needles));
  const named = new Set<string>();
  let files = 0;
  for await (const { root, names, tracked } of listFiles(await resolvePaths(cwd, paths), true, ledger)) {
    for (const name of names) {
      const inName = firstNamed(Buffer.from(name), needles);
      if (inName) {
        const path = inName.path.toString('utf8');
        // A folder is told once, however many files are in it.
        if (!named.has(path)) found.push({ path, where: 'name', form: inName.form });
        named.add(path);
      }
      try {
        const hit = findInFile(absoluteName(root.dir, name), needles, buffer);
        files++;
        if (hit) found.push({ path: shownName(name), where: 'content', ...hit });
      } catch (error) {
        const { code = 'error' } = error as NodeJS.ErrnoException;
        // What a link leads to is another file; a tracked file that is not there was deleted.
        if (code === 'ELOOP') {
          const hit = firstNeedle(targetOf(absoluteName(root.dir, name)), needles);
          if (hit) found.push({ path: shownName(name), where: 'link', form: hit.form });
        } else if (code !== 'ENOENT' || !tracked) ledger.gaps.push(unreadable(root, name, code));
      }
    }
  }
  return { found: found.sort((a, b) => (a.path < b.path ? -1 : 1)), files, gaps: ledger.gaps };
}

/** Nothing where it is a link no more. */
function targetOf(path: string | Buffer): Buffer {
  try {
    return readlinkSync(path, 'buffer');
  } catch {
    return Buffer.alloc(0);
  }
}

function findInFile(
  path: string | Buffer,
  needles: readonly Needle[],
  buffer: Buffer,
): { line: number; form: string } | undefined {
  const file = openSync(path, flags);
  try {
    if (!fstatSync(file).isFile()) return undefined;
    const overlap = overlapFor(needles);
    const lines = new LineCounter();
    for (let kept = 0; ;) {
      const got = readSync(file, buffer, kept, buffer.length - kept, null);
      const piece = buffer.subarray(0, kept + got);
      const hit = firstNeedle(piece, needles);
      if (hit) return { line: lines.at(piece, hit.offset), form: hit.form };
      if (got === 0) return undefined;
      const past = Math.max(0, piece.length - overlap);
      lines.pass(piece, past);
      buffer.copyWithin(0, past, piece.length);
      kept = piece.length - past;
    }
  } finally {
    closeSync(file);
  }
}
