/** Where the other half of a pair stands nearest, asked often of many findings. */
import type { Finding } from '@bnguard/engine';

/** So many places of one value in one file are compared; beyond that near enough is near. */
const mostCompared = 200;

/** The nearest finding with the value of the other half: in the same file if there is one. */
export function halfFinder<T extends Pick<Finding, 'fingerprint' | 'pair' | 'path' | 'start'>>(
  findings: readonly T[],
): (finding: T) => T | undefined {
  const byValue = new Map<string, T>();
  const byValueAndPath = new Map<string, T[]>();
  for (const finding of findings) {
    if (finding.pair === undefined) continue;
    if (!byValue.has(finding.fingerprint)) byValue.set(finding.fingerprint, finding);
    const key = `${finding.fingerprint}\0${finding.path}`;
    const here = byValueAndPath.get(key);
    if (!here) byValueAndPath.set(key, [finding]);
    else if (here.length < mostCompared) here.push(finding);
  }
  return (finding) => {
    if (finding.pair === undefined) return undefined;
    const here = byValueAndPath.get(`${finding.pair}\0${finding.path}`) ?? [];
    const distance = ({ start }: T): number => Math.abs(start.line - finding.start.line);
    const nearest = here.reduce<T | undefined>(
      (best, one) => (best && distance(best) <= distance(one) ? best : one),
      undefined,
    );
    return nearest ?? byValue.get(finding.pair);
  };
}
