/** Types of settings-scoreboard.mjs, for the tests. */
export interface Tally {
  readonly labels: number;
  readonly found: number;
  readonly alarms: number;
}
export interface Scored {
  readonly hits: readonly unknown[];
}
export function scoreSettings(
  half: 'open' | 'frozen',
  of: { readonly engine: unknown; readonly scan: unknown },
  only?: string,
): Promise<Scored[]>;
export function tallySettings(results: readonly Scored[], isAsked?: (rule: string) => boolean): Tally;
