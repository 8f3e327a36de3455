import type * as engine from '../packages/engine/src/index.ts';

/** See scoreboard.mjs. */
export interface Tally {
  readonly places: number;
  readonly found: number;
  readonly alarms: number;
  readonly told: number;
  readonly roles: number;
  readonly environments: number;
}
export function scoreHalf(half: 'open' | 'frozen', source: typeof engine, only?: string): readonly unknown[];
export function tally(results: readonly unknown[]): Tally;
