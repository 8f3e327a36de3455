import type { Report, ScanSettings } from '../types.ts';

export async function scanRange(_settings: ScanSettings, _revisions: readonly string[]): Promise<Report> {
  throw new Error('not yet');
}
