/** What is printed for an error that is our fault: enough to report it, and nothing that could hold a value. */
import { redact } from './redact.ts';
import { ownVersion } from './version.ts';

/**
 * Name, where it happened, and where to report it. The message itself appears only where the engine of the language
 * wrote it from names (a TypeError or ReferenceError without code): others quote the data that they choke on.
 */
export function crashText(error: unknown): string {
  const known = error instanceof Error ? error : new Error('not an Error');
  const { code } = known as NodeJS.ErrnoException;
  const spoken = (known instanceof TypeError || known instanceof ReferenceError) && code === undefined;
  const frames = (known.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return redact(
    [
      `bnguard ${ownVersion()} failed by its own fault: ${known.name}${code ? ` ${code}` : ''}${spoken ? `: ${known.message}` : ''}`,
      ...frames,
      `Node ${process.version} on ${process.platform}. Nothing that was printed before this is complete.`,
      'Report these lines, which hold no part of a file, in the issue tracker of bnguard.',
      '',
    ].join('\n'),
  );
}
