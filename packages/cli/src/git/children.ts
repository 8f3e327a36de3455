/** The git processes that are running for us, in this thread and in others, so that all of them end with the program. */

const living = new Set<number>();

/** Notes a process; returns what takes the note back. */
export function noteChild(pid: number | undefined): () => void {
  if (pid === undefined) return () => {};
  living.add(pid);
  return () => void living.delete(pid);
}

/** Ends all of them at once. Only processes that we started are noted. */
export function endChildren(): void {
  for (const pid of living) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  living.clear();
}
