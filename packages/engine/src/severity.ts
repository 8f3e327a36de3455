/** How bad a finding is: the ladder, and what takes a step from it. */
import type { Environment, Severity } from './types.ts';

export const ladder: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** One step less in samples and tests, never to nothing; at most low on a testnet. */
export function lessened(
  whole: Severity,
  { sample, environment }: { readonly sample: boolean; readonly environment: Environment },
): Severity {
  const step = Math.max(0, ladder.indexOf(whole) - (sample ? 1 : 0));
  const capped = environment === 'testnet' || environment === 'demo' ? Math.min(step, ladder.indexOf('low')) : step;
  return ladder[capped] ?? 'info';
}
