/**
 * Clues → confidence and role. Questions are judged apart: the confidence is the weaker of "is it a credential" (of a
 * setting or call: "is it a risk") and "is it Binance's" (docs/decisions/0005), the role is the one with the most bits.
 */
import type { Clue, Confidence, Question, Role } from './types.ts';

/** Bits that each tier asks of each question; below `possible` there is no finding. */
export const thresholds: Readonly<Record<Exclude<Question, 'role'>, Readonly<Record<Confidence, number>>>> = {
  credential: { certain: 8, likely: 4, possible: 1 },
  risk: { certain: 8, likely: 4, possible: 1 },
  binance: { certain: 6, likely: 3, possible: -4 },
};

const tiers: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** The clues that count: the strongest of each group (for roles: of each group and role), strongest first. */
export function counted(clues: readonly Clue[]): Clue[] {
  const strongest = new Map<string, Clue>();
  for (const clue of clues) {
    const group = `${clue.question}/${clue.group}/${clue.role ?? ''}`;
    const known = strongest.get(group);
    if (!known || Math.abs(clue.bits) > Math.abs(known.bits)) strongest.set(group, clue);
  }
  return [...strongest.values()].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
}

/** Sum of a question's counting bits. */
export function total(clues: readonly Clue[], question: Question): number {
  return counted(clues.filter((clue) => clue.question === question)).reduce((sum, { bits }) => sum + bits, 0);
}

/** The confidence that the clues earn, undefined when there is nothing to report. */
export function confidenceOf(
  clues: readonly Clue[],
  what: 'credential' | 'risk' = 'credential',
): Confidence | undefined {
  const itself = total(clues, what);
  const binance = total(clues, 'binance');
  return tiers.find((tier) => itself >= thresholds[what][tier] && binance >= thresholds.binance[tier]);
}

/** The role with the most bits and its lead over the next; `unknown` without a lead. */
export function roleOf(clues: readonly Clue[]): { role: Role; lead: number } {
  const sums = new Map<Role, number>();
  for (const { role, bits } of counted(clues.filter(({ question }) => question === 'role')))
    if (role) sums.set(role, (sums.get(role) ?? 0) + bits);
  const [first, second] = [...sums].sort(([, a], [, b]) => b - a);
  const lead = (first?.[1] ?? 0) - (second?.[1] ?? 0);
  return first && lead > 0 ? { role: first[0], lead } : { role: 'unknown', lead: 0 };
}
