/** The two scales in order, how they compare, and what takes a step from a severity. Loaded without the rest of the engine. */
import type { Confidence, Environment, Severity } from './types.ts';

/** From harmless to worst. */
export const severities: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];
/** From sure to doubtful. */
export const confidences: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Whether `severity` is at `floor` or worse. */
export function atLeastAsBad(severity: Severity, floor: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(floor);
}

/** Whether `confidence` is `floor` or surer. */
export function atLeastAsSure(confidence: Confidence, floor: Confidence): boolean {
  return confidences.indexOf(confidence) <= confidences.indexOf(floor);
}

/** The worse of two severities. */
export function worse(a: Severity, b: Severity): Severity {
  return atLeastAsBad(a, b) ? a : b;
}

/** Whether no money is at stake: on a testnet, or in the demo. */
export function isTestnet({ environment }: { readonly environment: Environment }): boolean {
  return environment === 'testnet' || environment === 'demo';
}

/** One step less in samples and tests, never to nothing; at most low on a testnet. */
export function lessened(
  whole: Severity,
  { sample, environment }: { readonly sample: boolean; readonly environment: Environment },
): Severity {
  const step = Math.max(0, severities.indexOf(whole) - (sample ? 1 : 0));
  const capped = isTestnet({ environment }) ? Math.min(step, severities.indexOf('low')) : step;
  return severities[capped] ?? 'info';
}
