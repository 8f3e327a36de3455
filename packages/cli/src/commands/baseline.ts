/** `bnguard baseline`: records what a scan finds today, so that later scans set it aside. Shows what it accepts. */
import { basename } from 'node:path';
import type { Finding } from '@bnguard/engine';
import { baselineText, covers, joined, keyOf, needsReason, readBaseline, type BaselineEntry } from '../baseline.ts';
import { shownPart } from '../exit-code.ts';
import { isExpired } from '../ignore-entries.ts';
import type { Setting } from '../main.ts';
import { count } from '../reports/words.ts';
import { visible } from '../reports/visible.ts';
import type { BaselineRequest, Outcome } from '../requests.ts';
import { planScan } from '../scan-settings.ts';
import { worse } from '@bnguard/engine/severity';
import type { Report } from '../types.ts';
import { UserError } from '../user-error.ts';
import { scanWith } from './scan.ts';

export async function runBaseline(request: BaselineRequest, setting: Setting): Promise<Outcome> {
  if (request.reason?.trim() === '') throw new UserError('--reason: expected a sentence that says why, got nothing.');
  const plan = await planScan(request, setting.cwd);
  const [only, ...others] = [...plan.roots];
  if (!only || others.length > 0) {
    throw new UserError(
      `These paths lie in several repositories (${[...plan.roots.keys()].join(', ')}), and each has its own baseline. Run bnguard baseline once for each.`,
    );
  }
  const [root, { whole, config }] = only;
  const name = request.baseline ?? basename(config.baseline);
  const before = (await readBaseline(config.baseline, name, request.baseline === undefined ? root : undefined)).entries;

  const report = await scanWith(plan, request, setting);
  const findings = shownPart(report, plan.thresholds).report.findings.filter(({ rule }) => rule !== 'unused-ignore');
  // Each nested repository has a baseline of its own, unless one is named for all of them.
  const here = findings.filter((finding) => request.baseline !== undefined || plan.owns(root, finding));
  const nested = findings.length - here.length;
  const today = plan.settings.asOf.slice(0, 10);
  // Who only tidies up accepts nothing.
  const onlyPrunes = request.prune && request.reason === undefined;
  const fresh = onlyPrunes ? [] : here.map((finding) => entryFor(finding, before, today, request.reason));

  const unexplained = fresh.filter((entry) => needsReason(entry) && !entry.reason);
  if (unexplained.length > 0) {
    const lines = here.filter((f) => unexplained.some((entry) => keyOf(entry) === keyOf(f))).map((f) => findingLine(f));
    throw new UserError(
      [
        `${name} was not changed: accepting ${count(lines.length, 'live critical finding')} needs --reason "…". Revoke these keys first if you can.`,
        ...lines,
      ].join('\n'),
    );
  }

  const useless = uselessEntries(before, fresh, report, today);
  // That an entry expired is seen without a scan.
  const scanned = [...useless.gone, ...useless.outdone];
  const tooLarge = report.skipped.filter((skip) => skip.why === 'too-large').length;
  if (request.prune && scanned.length > 0 && (!whole || !report.complete || tooLarge > 0)) {
    const why = !whole
      ? 'only a part of the repository was scanned'
      : report.complete
        ? `${count(tooLarge, 'file is', 'files are')} larger than what is read (maxFileSize)`
        : 'the scan is not complete';
    throw new UserError(
      `${name} was not changed: --prune would drop entries although ${why}. Scan all of it, or leave out --prune.`,
    );
  }
  const dropped = request.prune ? [...scanned, ...useless.expired] : [];
  const entries = joined([...before.filter((entry) => !dropped.includes(entry)), ...fresh]);
  const changed = fresh.length > 0 || dropped.length > 0;
  return {
    code: report.complete || plan.thresholds.allowIncomplete ? 0 : 2,
    stdout: summary({ name, here, before, dropped, useless, whole, report, request, onlyPrunes }),
    files: changed && !request.dryRun ? [{ path: config.baseline, text: baselineText(entries) }] : [],
    notes: nested > 0 ? [...plan.notes, nestedNote(nested)] : plan.notes,
  };
}

/** A new entry, or the known one grown to this severity. A known reason stays unless a new one is given. */
function entryFor(finding: Finding, before: readonly BaselineEntry[], date: string, reason?: string): BaselineEntry {
  const known = before.find((entry) => keyOf(entry) === keyOf(finding));
  const why = reason ?? known?.reason;
  return {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    severity: known ? worse(known.severity, finding.severity) : finding.severity,
    state: known?.state ?? 'accepted',
    ...(why !== undefined && { reason: why }),
    date,
  };
}

/** Entries that set nothing aside, by the reason. */
interface Useless {
  /** They have no finding any more. */
  readonly gone: readonly BaselineEntry[];
  /** Whether or not they have one. */
  readonly expired: readonly BaselineEntry[];
  /** What is found is worse than they accept, and something else sets it aside. */
  readonly outdone: readonly BaselineEntry[];
  /** What is found is worse than they accept, and nothing sets it aside. */
  readonly exceeded: readonly BaselineEntry[];
}

/** Those of revoked keys are for what the history holds, which was not looked at. */
function uselessEntries(
  before: readonly BaselineEntry[],
  fresh: readonly BaselineEntry[],
  { findings, suppressed }: Report,
  today: string,
): Useless {
  const useless = { gone: [], expired: [], outdone: [], exceeded: [] } as Record<keyof Useless, BaselineEntry[]>;
  const renewed = new Set(fresh.map(keyOf));
  for (const entry of before) {
    if (entry.state === 'revoked' || renewed.has(keyOf(entry))) continue;
    const isOf = (finding: Finding): boolean => covers({ ...entry, severity: 'critical' }, finding);
    const [open, aside] = [findings.filter(isOf), suppressed.filter(isOf)];
    if (isExpired(entry.expires, today)) useless.expired.push(entry);
    else if (open.length + aside.length === 0) useless.gone.push(entry);
    else if (aside.some((finding) => covers(entry, finding))) continue;
    else useless[open.length > 0 ? 'exceeded' : 'outdone'].push(entry);
  }
  return useless;
}

function nestedNote(nested: number): string {
  return `${count(nested, 'finding')} in nested repositories not recorded: each repository has its own baseline, run bnguard baseline in it.`;
}

interface Result {
  readonly name: string;
  readonly here: readonly Finding[];
  readonly before: readonly BaselineEntry[];
  readonly dropped: readonly BaselineEntry[];
  readonly useless: Useless;
  readonly whole: boolean;
  readonly report: Report;
  readonly request: BaselineRequest;
  readonly onlyPrunes: boolean;
}

function summary({ name, here, before, dropped, useless, whole, report, request, onlyPrunes }: Result): string {
  const kept = before.length - dropped.length;
  const keeps = `${request.dryRun && onlyPrunes ? 'would keep' : 'keeps'} ${count(kept, 'entry', 'entries')}`;
  const lines = onlyPrunes
    ? [`${name} ${keeps}.`]
    : [
        `${name} ${request.dryRun ? 'would accept' : 'accepts'} ${here.length > 0 ? count(here.length, 'finding') : 'nothing new'}${kept > 0 ? ` and ${keeps}` : ''}.`,
        ...here.map((finding) => `  + ${findingLine(finding)}`),
      ];
  const { gone, expired, outdone, exceeded } = useless;
  const fate = request.prune ? (request.dryRun ? 'would be dropped' : 'dropped') : 'kept; --prune drops them';
  const tell = (entries: readonly BaselineEntry[], one: string, many: string, what: string): void => {
    if (entries.length === 0) return;
    lines.push(`${count(entries.length, `entry ${one}`, `entries ${many}`)} (${what}):`, ...entries.map(entryLine));
  };
  // A part of a repository says nothing about the entries for the rest.
  if (request.prune || whole) tell(gone, 'matches nothing any more', 'match nothing any more', fate);
  tell(expired, 'has expired', 'have expired', fate);
  if (request.prune || whole)
    tell(outdone, 'accepts less than something else sets aside', 'accept less than something else sets aside', fate);
  tell(exceeded, 'accepts less than what is found', 'accept less than what is found', 'kept');
  if (onlyPrunes) lines.push(...unaccepted(here, exceeded));
  if (!report.complete) lines.push('INCOMPLETE: not everything could be read. bnguard scan --verbose says what.');
  return lines.map((line) => `${line}\n`).join('');
}

/** What a run that accepts nothing leaves as it is. */
function unaccepted(here: readonly Finding[], exceeded: readonly BaselineEntry[]): string[] {
  const worse = here.filter((f) => exceeded.some((entry) => covers({ ...entry, severity: 'critical' }, f))).length;
  const others = here.length - worse;
  const parts = [
    ...(others > 0 ? [`${count(others, 'finding is', 'findings are')} in no entry`] : []),
    ...(worse > 0
      ? [`${count(worse, 'finding is worse than its entry', 'findings are worse than their entries')}`]
      : []),
  ];
  return parts.length === 0 ? [] : [`${parts.join(', ')}. bnguard baseline without --prune accepts what it shows.`];
}

const entryLine = ({ severity, rule, fingerprint, expires }: BaselineEntry): string =>
  `  - ${[severity, rule, fingerprint, ...(expires === undefined ? [] : [`until ${expires}`])].join('  ')}`;

function findingLine({ severity, rule, masked, path, start }: Finding): string {
  return visible(`${severity}  ${rule}  ${masked && `${masked}  `}${path}:${start.line}:${start.column}`);
}
