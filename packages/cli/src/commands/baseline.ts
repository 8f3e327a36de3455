/** `bnguard baseline`: records what a scan finds today, so that later scans set it aside. Shows what it accepts. */
import { basename } from 'node:path';
import type { Finding } from '@bnguard/engine';
import { baselineText, covers, joined, keyOf, needsReason, readBaseline, type BaselineEntry } from '../baseline.ts';
import { shownPart } from '../exit-code.ts';
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

  // A revoked key is set aside for what the history holds, which was not looked at.
  const gone = before.filter((entry) => entry.state !== 'revoked' && !isSeen(entry, report));
  if (request.prune && gone.length > 0 && (!whole || !report.complete)) {
    const why = whole ? 'the scan is not complete' : 'only a part of the repository was scanned';
    throw new UserError(
      `${name} was not changed: --prune would drop entries although ${why}. Scan all of it, or leave out --prune.`,
    );
  }
  const dropped = request.prune ? gone : [];
  const entries = joined([...before.filter((entry) => !dropped.includes(entry)), ...fresh]);
  const changed = fresh.length > 0 || dropped.length > 0;
  return {
    code: report.complete || plan.thresholds.allowIncomplete ? 0 : 2,
    stdout: summary({ name, here, before, gone, whole, report, request, onlyPrunes }),
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

/** Whether an entry still has a finding, set aside or (grown worse, or expired) not. */
function isSeen(entry: BaselineEntry, { findings, suppressed }: Report): boolean {
  return [...findings, ...suppressed].some((f) => covers({ ...entry, severity: 'critical' }, f));
}

function nestedNote(nested: number): string {
  return `${count(nested, 'finding')} in nested repositories not recorded: each repository has its own baseline, run bnguard baseline in it.`;
}

interface Result {
  readonly name: string;
  readonly here: readonly Finding[];
  readonly before: readonly BaselineEntry[];
  readonly gone: readonly BaselineEntry[];
  readonly whole: boolean;
  readonly report: Report;
  readonly request: BaselineRequest;
  readonly onlyPrunes: boolean;
}

function summary({ name, here, before, gone, whole, report, request, onlyPrunes }: Result): string {
  const kept = before.length - (request.prune ? gone.length : 0);
  const keeps = `${request.dryRun && onlyPrunes ? 'would keep' : 'keeps'} ${count(kept, 'entry', 'entries')}`;
  const lines = onlyPrunes
    ? [`${name} ${keeps}.`]
    : [
        `${name} ${request.dryRun ? 'would accept' : 'accepts'} ${here.length > 0 ? count(here.length, 'finding') : 'nothing new'}${kept > 0 ? ` and ${keeps}` : ''}.`,
        ...here.map((finding) => `  + ${findingLine(finding)}`),
      ];
  // A part of a repository says nothing about the entries for the rest.
  if (gone.length > 0 && (request.prune || whole)) {
    const fate = request.prune ? 'dropped' : 'kept; --prune drops them';
    lines.push(`${count(gone.length, 'entry matches', 'entries match')} nothing any more (${fate}):`);
    lines.push(...gone.map((entry) => `  - ${entry.severity}  ${entry.rule}  ${entry.fingerprint}`));
  }
  if (onlyPrunes && here.length > 0) {
    lines.push(
      `${count(here.length, 'finding is', 'findings are')} in no entry. bnguard baseline without --prune accepts what it shows.`,
    );
  }
  if (!report.complete) lines.push('INCOMPLETE: not everything could be read. bnguard scan --verbose says what.');
  return lines.map((line) => `${line}\n`).join('');
}

function findingLine({ severity, rule, masked, path, start }: Finding): string {
  return visible(`${severity}  ${rule}  ${masked && `${masked}  `}${path}:${start.line}:${start.column}`);
}
