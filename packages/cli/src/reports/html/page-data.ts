/** What the page's script gets to know: findings, with the clues that many share told once. */
import type { Evidence, Finding, Rule, SuppressedFinding } from '@bnguard/engine';
import { everyString } from '../../every-string.ts';
import { visible } from '../visible.ts';

export interface PageFinding extends Omit<Finding, 'evidence'> {
  /** Indices into PageData.clues. */
  readonly clues: readonly number[];
  readonly suppression?: SuppressedFinding['suppression'];
}

export interface PageData {
  readonly clues: readonly Evidence[];
  readonly findings: readonly PageFinding[];
  readonly advice: Readonly<Record<string, readonly string[]>>;
}

export function pageData(findings: readonly (Finding | SuppressedFinding)[], rules: readonly Rule[]): PageData {
  const index = new Map<string, number>();
  const clues: Evidence[] = [];
  const compact = findings.map(({ evidence, ...rest }): PageFinding => ({
    ...everyString(rest, visible),
    clues: evidence.map((clue) => {
      const key = `${clue.signal}\0${clue.bits}\0${clue.says}`;
      const known = index.get(key);
      if (known !== undefined) return known;
      index.set(key, clues.length);
      clues.push(everyString(clue, visible));
      return clues.length - 1;
    }),
  }));
  const found = new Set(findings.map(({ rule }) => rule));
  const advice = Object.fromEntries(rules.filter(({ id }) => found.has(id)).map(({ id, advice }) => [id, advice]));
  return { clues, findings: compact, advice };
}
