import type { Report, ScanSettings, Source } from '../types.ts';
import type { Threads } from './pool.ts';
export async function scanHistory(
  _settings: ScanSettings,
  _source: Extract<Source, { kind: 'history' }>,
  _threads: Threads | undefined,
): Promise<Report> {
  throw new Error('not yet');
}
