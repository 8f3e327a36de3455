/**
 * A pipe with a name, for as long as it takes to open both ends. What Node itself puts between two processes costs more:
 * a socket, and a new buffer for all that comes through it.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two file descriptors, to be closed by whoever has them. */
export interface Fifo {
  readonly readEnd: number;
  readonly writeEnd: number;
}

/** Undefined where there are none, as on Windows. */
export function openFifo(): Fifo | undefined {
  const path = join(tmpdir(), `bnguard-${randomUUID()}`);
  if (spawnSync('mkfifo', ['-m', '600', path], { stdio: 'ignore' }).status !== 0) return undefined;
  try {
    // Whoever opens one end waits for the other, but not who opens both at once.
    const both = openSync(path, 'r+');
    try {
      return { readEnd: openSync(path, 'r'), writeEnd: openSync(path, 'w') };
    } finally {
      closeSync(both);
    }
  } catch {
    return undefined;
  } finally {
    unlinkSync(path);
  }
}
