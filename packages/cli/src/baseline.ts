/**
 * The baseline: findings that were looked at and accepted, or whose key was revoked, in bnguard-baseline.json.
 * Committed, so: no values, sorted, one entry a line (docs/contracts.md). Reads, writes and joins; changes nothing by itself.
 */
import type { Finding, Severity, SuppressionEntry } from '@bnguard/engine';
import { isExpired } from './ignore-entries.ts';
import { atLeastAsBad, worse } from '@bnguard/engine/severity';
import type { TreeFiles } from './git/tree-files.ts';
import { readSmallFile } from './small-file.ts';
import { matchEntry, type MatchEntry } from './suppression-match.ts';
import { UserError } from './user-error.ts';

export interface BaselineEntry {
  /** `*`: whatever rule reports the value. */
  readonly rule: string;
  readonly fingerprint: string;
  /** The worst that is accepted: a finding that is worse surfaces again. */
  readonly severity: Severity;
  readonly state: 'accepted' | 'revoked';
  readonly reason?: string;
  /** YYYY-MM-DD of the last change. */
  readonly date: string;
  /** The last day on which the entry holds. */
  readonly expires?: string;
}

export interface Baseline {
  readonly exists: boolean;
  readonly entries: readonly BaselineEntry[];
  /** Where each entry stands, for reports. */
  readonly placeOf: (entry: BaselineEntry) => SuppressionEntry['place']['start'];
}

const mostMegabytes = 20;

/**
 * Reads a baseline; one that does not exist is empty.
 * `name`: as messages name it; `inside`: the folder that a link must not lead out of, unless the person named the file.
 * Throws a UserError that names line and column where the file is not what it should be.
 */
export async function readBaseline(path: string, name: string, inside?: string): Promise<Baseline> {
  return parsedBaseline(baselineFile(path, name, inside), name);
}

/** The same as a commit has it. `path`: below the top. */
export async function readBaselineIn(from: TreeFiles, path: string): Promise<Baseline> {
  const name = `${from.ref}:${path}`;
  return parsedBaseline(withoutConflict((await from.read([path], mostMegabytes)).get(path), name), name);
}

async function parsedBaseline(text: string | undefined, name: string): Promise<Baseline> {
  if (text === undefined) return noBaseline;
  const [{ readData }, { baselineOf }] = await Promise.all([import('./data-file.ts'), import('./baseline-of.ts')]);
  return baselineOf(await readData(name, text));
}

export const noBaseline: Baseline = { exists: false, entries: [], placeOf: () => ({ line: 1, column: 1 }) };

/** The text of a baseline, undefined where there is none. Throws a UserError where it cannot be data. */
export function baselineFile(path: string, name: string, inside?: string): string | undefined {
  return withoutConflict(readSmallFile(path, { name, mostMegabytes, ...(inside !== undefined && { inside }) }), name);
}

function withoutConflict(text: string | undefined, name: string): string | undefined {
  const conflict = text === undefined ? -1 : text.search(/^(?:<{7}|={7}|>{7})(?: |$)/m);
  if (text !== undefined && conflict >= 0) {
    const line = text.slice(0, conflict).split('\n').length;
    throw new UserError(
      `${name}:${line}: the file holds a merge conflict. Keep the lines of both sides: entries that occur twice are joined.`,
    );
  }
  return text;
}

/** What decides whether two entries are one. */
export function keyOf({ rule, fingerprint }: Pick<BaselineEntry, 'rule' | 'fingerprint'>): string {
  return `${rule} ${fingerprint}`;
}

/** Whether a live critical finding is accepted: that needs a reason. */
export function needsReason({ severity, state }: Pick<BaselineEntry, 'severity' | 'state'>): boolean {
  return severity === 'critical' && state === 'accepted';
}

/** Sorted, with entries of the same key made one: the worst severity, the rest from the latest. */
export function joined(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const other = byKey.get(keyOf(entry));
    const [earlier, later] = other && other.date > entry.date ? [entry, other] : [other, entry];
    byKey.set(keyOf(entry), earlier ? { ...later, severity: worse(earlier.severity, later.severity) } : later);
  }
  return [...byKey.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The file's text: one entry a line, so that version control joins what two people add. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = joined(entries).map(({ rule, fingerprint, severity, state, reason, date, expires }) =>
    JSON.stringify({ rule, fingerprint, severity, state, reason, date, expires }),
  );
  return `{\n  "schema": 1,\n  "findings": [${lines.map((line) => `\n    ${line}`).join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/** Whether an entry sets this finding aside. */
export function covers(entry: BaselineEntry, finding: Finding): boolean {
  return (
    entry.fingerprint === finding.fingerprint &&
    (entry.rule === '*' || entry.rule === finding.rule) &&
    atLeastAsBad(entry.severity, finding.severity)
  );
}

/**
 * The entries, ready for the engine to ask. `path`: the baseline's path as findings name paths; `today`: YYYY-MM-DD. Those of
 * revoked keys are there for what the past holds, the others for what is there now: where that is not looked at they are not
 * told as useless.
 */
export function baselineEntries(
  baseline: Baseline,
  path: string,
  today: string,
  isHistory = false,
): readonly MatchEntry[] {
  return baseline.entries.map((entry) => {
    const start = baseline.placeOf(entry);
    const expired = isExpired(entry.expires, today);
    const days = [entry.date, entry.expires && `until ${entry.expires}`].filter(Boolean).join(' ');
    const reason = `${[entry.state, entry.reason].filter(Boolean).join(': ')}${days && ` (${days})`}`;
    return matchEntry({
      by: 'baseline',
      at: `${path}:${start.line}${expired ? ` (expired on ${entry.expires})` : ''}`,
      place: { path, start, end: start },
      reason,
      ...((entry.state === 'revoked' || isHistory) && { mayBeUnused: true }),
      match: {
        fingerprint: entry.fingerprint,
        severity: entry.severity,
        ...(entry.rule !== '*' && { rules: [entry.rule] }),
        ...(expired && { expired }),
      },
    });
  });
}
