import type { Report, ScanSettings } from '../types.ts';

export async function scanStaged(_settings: ScanSettings): Promise<Report> {
  throw new Error('not yet');
}
