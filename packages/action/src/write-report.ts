/** Writes reports where a job wants them, though what lies there may come from a stranger. */
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isInside, UserError } from 'bnguard/for-action';

/**
 * Writes a report to a file of the job (absolute path), inside one of these folders: what lies there may come from the pull
 * request, so no link is followed out of them, and one in the file's place is replaced.
 */
export function writeReport(path: string, folders: readonly string[], pieces: Iterable<string>): void {
  const beside = `${path}.new-${process.pid}`;
  checkPlace(path, folders);
  told(path, () => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      rmSync(beside, { force: true });
      writePieces(beside, pieces);
      renameSync(beside, join(realpathSync(dirname(path)), basename(path)));
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/** Throws a UserError where a report must not or cannot be written to. To be asked before a scan, whose findings would get lost. */
export function checkPlace(path: string, folders: readonly string[]): void {
  told(path, () => {
    const allowed = folders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder));
    if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UserError(`${path} is a folder. Name a file in it.`);
    }
    let existing = dirname(path);
    while (lstatSync(existing, { throwIfNoEntry: false }) === undefined) existing = dirname(existing);
    const folder = realpathSync(existing);
    if (!allowed.some((one) => isInside(folder, one))) {
      throw new UserError(`${path} lies outside of the workspace and of RUNNER_TEMP. Name a file in one of them.`);
    }
    if (!statSync(folder).isDirectory()) {
      throw new UserError(`${path} cannot be written: ${existing} is no folder. Name another file.`);
    }
  });
}

/** What the file system says against it as a UserError: a pull request may have put anything there. */
function told(path: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new UserError(`${path} cannot be written (${code}). Name another file.`);
  }
}

/** Writes a file that is not there yet: a report on a million findings fits into no string. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'wx');
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 65_536) continue;
      writeSync(file, waiting);
      waiting = '';
    }
    writeSync(file, waiting);
  } finally {
    closeSync(file);
  }
}
