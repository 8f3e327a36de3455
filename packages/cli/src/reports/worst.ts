/** The findings that matter most, where a format or its platform takes only so many. */
import type { Finding } from '@bnguard/engine';
import { confidences, severities } from '@bnguard/engine/severity';

export interface Worst<T> {
  /** In the order of the report. */
  readonly kept: readonly T[];
  readonly cut: number;
}

/** At most `limit` of them, the worst and surest first. Linear. */
export function worst<T extends Finding>(findings: readonly T[], limit: number): Worst<T> {
  if (findings.length <= limit) return { kept: findings, cut: 0 };
  const rankOf = ({ severity, confidence }: Finding): number =>
    (severities.length - 1 - severities.indexOf(severity)) * confidences.length + confidences.indexOf(confidence);
  const counts = Array.from({ length: severities.length * confidences.length }, () => 0);
  for (const finding of findings) counts[rankOf(finding)]! += 1;
  let left = limit;
  const room = counts.map((count) => {
    const taken = Math.min(left, count);
    left -= taken;
    return taken;
  });
  const kept = findings.filter((finding) => room[rankOf(finding)]!-- > 0);
  return { kept, cut: findings.length - kept.length };
}

/** Worst first, else as they were. */
export function worstFirst<T extends Finding>(findings: readonly T[]): T[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
      confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence),
  );
}
