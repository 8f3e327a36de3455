/**
 * What --config-from makes of ignore comments: they count only where the commit that decides excuses the same value at the
 * same path, so that a change cannot excuse itself. Configuration and baseline are read from that commit to begin with.
 */
import type { Finding } from '@bnguard/engine';
import { byPlace } from './conclude-root.ts';
import { ObjectReader } from './git/objects.ts';
import type { TreeFiles } from './git/tree-files.ts';
import type { Report } from './types.ts';

/** The report with the findings that only other comments excused. */
export async function overrule(report: Report, from: TreeFiles): Promise<Report> {
  const byComment = report.suppressed.filter(({ suppression }) => suppression.by === 'comment');
  if (byComment.length === 0) return report;
  const excused = await excusedIn(from, new Set(byComment.flatMap(pathsOf)));
  const overruled = byComment.filter((one) => !pathsOf(one).some((path) => excused.has(identity(one, path))));
  if (overruled.length === 0) return report;
  const rejected = new Set<Finding>(overruled);
  return {
    ...report,
    findings: [...report.findings, ...overruled.map(({ suppression: _, ...finding }) => finding)].sort(byPlace),
    suppressed: report.suppressed.filter((one) => !rejected.has(one)),
    overruled,
  };
}

/** Where a finding may stand in the commit: a value of the history also where HEAD has it. */
function pathsOf({ path, origin }: Finding): string[] {
  const now = origin.kind === 'history' ? origin.headPath : undefined;
  return [path, ...(now !== undefined && now !== path ? [now] : [])].filter((one) => one !== '');
}

const identity = ({ rule, fingerprint }: Finding, path: string): string => [rule, fingerprint, path].join('\0');

/** What comments excuse in these files of the commit. */
async function excusedIn({ store, commit }: TreeFiles, paths: ReadonlySet<string>): Promise<Set<string>> {
  const { conclude, documents, observe } = await import('@bnguard/engine');
  const objects = new ObjectReader(store);
  const excused = new Set<string>();
  try {
    // git is asked by lines.
    const named = [...paths].filter((path) => !/[\n\ufffd]/.test(path));
    const names = new Map(named.map((path) => [`${commit}:${path}`, path]));
    for await (const object of objects.read([...names.keys()])) {
      if (object.kind !== 'object' || object.type !== 'blob') continue;
      const { bytes } = object;
      const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
      const path = names.get(object.asked)!;
      const observations = [...documents(source, path, { kind: 'file' })].flatMap((document) => observe(document));
      const { suppressed } = conclude(observations, {});
      for (const one of suppressed) excused.add(identity(one, path));
    }
  } finally {
    objects.close();
  }
  return excused;
}
