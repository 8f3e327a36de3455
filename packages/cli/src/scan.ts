/** One scan, of whatever source: files on disk, standard input, or what git stores. Each source makes its own report. */
import { builtThreads, type Threads } from './threads.ts';
import type { Report, ScanSettings } from './types.ts';

/**
 * Scans and reports. The report is the same whatever the number of jobs and the order of files. Throws a UserError
 * when a PATH cannot be reached or a repository cannot be read; a single file that cannot be read is a skip instead.
 */
export async function scan(settings: ScanSettings, threads: Threads | undefined = builtThreads): Promise<Report> {
  const { source } = settings;
  switch (source.kind) {
    case 'disk':
      return (await import('./sources/disk.ts')).scanDisk(settings, threads);
    case 'stdin':
      return (await import('./sources/stdin.ts')).scanBytes(settings, source);
    case 'staged':
      return (await import('./sources/staged.ts')).scanStaged(settings, source.git);
    case 'texts':
      return (await import('./sources/texts.ts')).scanTexts(settings, source.texts, source.origin);
    case 'range':
      return (await import('./sources/range.ts')).scanRange(settings, source);
    case 'history':
      return (await import('./sources/history/scan-history.ts')).scanHistory(settings, source, threads);
    default:
      return source satisfies never;
  }
}
