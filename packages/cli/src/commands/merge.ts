/** `bnguard merge`: the JSON reports of several scans become one. Shards of one history are concluded anew, together. */
import { conclude, type Repository, type Skip, type SuppressionEntry } from '@bnguard/engine';
import { byPlace, type Concluded } from '../conclude-root.ts';
import { exitCode, shownPart } from '../exit-code.ts';
import type { Setting } from '../main.ts';
import { redactAll } from '../redact.ts';
import { readReport } from '../reports/read-report.ts';
import type { MergeRequest, Outcome } from '../requests.ts';
import { renderReports } from '../reports/render.ts';
import { bySkip } from '../sources/gaps.ts';
import { joinedContent, headOf, type ShardPart } from '../sources/history/shard.ts';
import { matchEntry } from '../suppression-match.ts';
import type { Coverage, Report } from '../types.ts';
import { thresholdsFrom } from '../scan-settings.ts';
import { UserError } from '../user-error.ts';

type ShardReport = Report & { readonly shard: ShardPart };

export async function runMerge(request: MergeRequest, setting: Setting): Promise<Outcome> {
  const reports = await Promise.all(request.files.map((file) => readReport(file, setting.cwd)));
  const versions = [...new Set(reports.map(({ tool }) => tool.version))];
  if (versions.length > 1) {
    throw new UserError(`The reports come from bnguard ${versions.join(' and ')}: make them all with one version.`);
  }
  const thresholds = thresholdsFrom(request, []);
  const { report, hidden } = shownPart(redactAll(merged(reports)), thresholds);
  return { code: exitCode(report, thresholds), ...(await renderReports(report, hidden, request, setting)) };
}

/** One report of all: histories that were scanned in parts first, then the others in the order of the files. */
export function merged(reports: readonly Report[]): Report {
  const groups = new Map<string, ShardReport[]>();
  const plain: Report[] = [];
  for (const report of reports) {
    if (report.shard === undefined) plain.push(report);
    else {
      const key = `${report.shard.repository} ${report.shard.count}`;
      groups.set(key, [...(groups.get(key) ?? []), report as ShardReport]);
    }
  }
  const asOf = reports.map((report) => report.asOf).reduce((a, b) => (a > b ? a : b), '');
  const parts = [...[...groups.values()].map((shards) => whole(shards, asOf)), ...plain];
  const [first] = parts;
  const overruled = parts.flatMap((part) => part.overruled ?? []);
  return {
    schema: 1,
    tool: first!.tool,
    asOf,
    complete: parts.every(({ complete }) => complete),
    findings: parts.flatMap(({ findings }) => findings),
    suppressed: parts.flatMap(({ suppressed }) => suppressed),
    skipped: parts.flatMap(({ skipped }) => skipped),
    coverage: parts.map(({ coverage }) => coverage).reduce((a, b) => together(a, b, sum, sum)),
    ...(overruled.length > 0 && { overruled }),
  };
}

/** The report that one scan of the whole history would have made. */
function whole(shards: readonly ShardReport[], asOf: string): Report {
  const [first] = shards;
  const { repository, count, noIgnores, suppressions } = first!.shard;
  const lacking: Skip[] = [];
  for (let index = 1; index <= count; index++) {
    const same = shards.filter(({ shard }) => shard.index === index);
    if (same.length > 1) throw new UserError(`Part ${index}/${count} of ${repository} is there twice: leave out one.`);
    if (same.length === 0) {
      const detail = `part ${index}/${count} of ${repository}: bnguard scan --history --shard ${index}/${count} makes it`;
      lacking.push({ path: '', why: 'missing', detail });
    }
  }
  const states = new Set(shards.map(({ shard }) => shard.state.digest));
  if (states.size > 1) lacking.push({ path: '', why: 'missing', detail: differing(shards) });
  const { observations, objects } = joinedContent(shards.map(({ shard }) => shard));
  const about: Repository = {
    name: repository,
    suppressions: suppressions.map((entry) => entryOf(entry)),
    noIgnores,
    objects,
    asOf,
    ...headOf(first!.shard),
  };
  const { findings, suppressed }: Concluded = conclude(observations.toSorted(byPlace), about);
  const skipped = new Map(shards.flatMap((report) => report.skipped).map((skip) => [JSON.stringify(skip), skip]));
  return {
    ...first!,
    complete: lacking.length === 0 && shards.every(({ complete }) => complete),
    findings: findings.toSorted(byPlace),
    suppressed: suppressed.toSorted(byPlace),
    skipped: [...[...skipped.values()].sort(bySkip), ...lacking],
    // Every part reads all commits and trees, so what these tell is the same in each.
    coverage: shards.map(({ coverage }) => coverage).reduce((a, b) => together(a, b, sum, Math.max)),
  };
}

/** Objects that one state has and the other has not may belong to a part that never saw them. */
function differing(shards: readonly ShardReport[]): string {
  const [first, ...others] = shards;
  const other = others.find(({ shard }) => shard.state.digest !== first!.shard.state.digest);
  const [a, b] = [first!, other!].map(
    ({ shard: { index, count, state } }) =>
      `part ${index}/${count} was made of ${state.objects} objects and ${state.refs} refs`,
  );
  return `the parts of ${first!.shard.repository} come from different states of it (${a}, ${b}), so what only one of them has may be in none: make all parts anew, from one state`;
}

function entryOf(entry: ShardPart['suppressions'][number]): SuppressionEntry {
  try {
    return matchEntry(entry);
  } catch {
    throw new UserError(`${entry.at}: a path pattern of this entry is none. Make the reports anew.`);
  }
}

const sum = (a: number, b: number): number => a + b;

/** @param shared joins the numbers that parts of one history have in common */
function together(
  a: Coverage,
  b: Coverage,
  own: (a: number, b: number) => number,
  shared: (a: number, b: number) => number,
): Coverage {
  const common = new Set(['refs', 'missing', 'repositories', 'ignored', 'dependencyFolders']);
  const joined: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const other = joined[name];
    if (typeof value === 'number' && typeof other === 'number') {
      joined[name] = (common.has(name) ? shared : own)(other, value);
    } else if (typeof value === 'boolean') joined[name] = other === true || value;
    else if (Array.isArray(value) && Array.isArray(other)) {
      const both: unknown[] = (other as unknown[]).concat(value);
      joined[name] = [...new Map(both.map((one) => [JSON.stringify(one), one])).values()];
    } else joined[name] ??= value;
  }
  return joined as unknown as Coverage;
}
