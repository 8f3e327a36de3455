/** The two scales in order, and how flags, the configuration and the baseline compare on them. */
import type { Confidence, Severity } from '@bnguard/engine';

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
