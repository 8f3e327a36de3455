/** What a scan of the repository asks for: lines of ignore files, a configuration to begin with, a baseline. */
import { join, relative, sep } from 'node:path';
import type { Finding } from '@bnguard/engine';
import { atLeastAsBad } from '@bnguard/engine/severity';
import { baselineText, joined, keyOf, needsReason, readBaseline, type BaselineEntry } from '../baseline.ts';
import { configNames, defaultBaseline } from '../defaults.ts';
import { addition, present, type Edit as Lines } from '../ignore-edits.ts';
import { count } from '../reports/words.ts';
import type { Thresholds } from '../types.ts';
import type { Edit } from './edit.ts';
import type { Facts } from './facts.ts';
import { isThere } from '../small-file.ts';
import { exact, mostToWrite, textAt } from './look.ts';
import type { Part } from './part.ts';

/** @param missing of each ignore file the lines that it lacks */
export function ignorePart({ top }: Facts, missing: readonly Lines[]): Part | undefined {
  const edits: Edit[] = [];
  const byHand: string[] = [];
  for (const { path, lines } of missing) {
    const bytes = present({ path, lines });
    const why = typeof bytes === 'string' ? bytes : bytes && exact(bytes) === undefined ? 'it is not UTF-8' : undefined;
    const before = bytes === undefined || typeof bytes === 'string' ? undefined : exact(bytes);
    if (why !== undefined) {
      byHand.push(`Add to ${shownFrom(top, path)} (${why}):`, ...lines.map((line) => `  ${line}`));
    } else {
      const added = addition(before === undefined ? undefined : Buffer.from(before), lines);
      edits.push({ path, before, after: (before ?? '') + added });
    }
  }
  if (edits.length + byHand.length === 0) return undefined;
  return {
    name: 'ignore',
    says: 'Ignore files: git takes no file that holds credentials.',
    edits,
    byHand,
    isUsual: true,
  };
}

const shownFrom = (top: string, path: string): string => relative(top, path).split(sep).join('/');

export function configPart({ top, isBare }: Facts): Part | undefined {
  if (isBare || configNames.some((name) => isThere(join(top, name)))) return undefined;
  const after = `# What bnguard does in this repository; data, never code. Every key: docs/contracts.md.
# Findings from this severity on stop commits, pushes and CI.
failOn: medium
# How sure it must be to say something: certain, likely, possible.
minConfidence: likely
# ignore:
#   - paths: ["test/fixtures/**"]
#     reason: made up for tests
#     expires: 2027-12-31
`;
  const edit: Edit = { path: join(top, 'bnguard.config.yaml'), before: undefined, after };
  return {
    name: 'config',
    says: 'Configuration to begin with: the defaults, written down.',
    edits: [edit],
    byHand: [],
    isUsual: true,
  };
}

/** What is found today and not taken out yet, so that only what is new fails. Live critical ones are people's to decide. */
export async function baselinePart(
  { top, isBare }: Facts,
  findings: readonly Finding[],
  { failOn }: Thresholds,
  today: string,
): Promise<Part | undefined> {
  const failing = findings.filter(({ severity }) => failOn !== 'never' && atLeastAsBad(severity, failOn));
  if (isBare || failing.length === 0) return undefined;
  const path = join(top, defaultBaseline);
  const known = await readBaseline(path, defaultBaseline, top);
  const entries = failing.map(({ rule, fingerprint, severity }): BaselineEntry => ({
    ...{ rule, fingerprint, severity, state: 'accepted', date: today },
    reason: 'there when bnguard was set up',
  }));
  const open = failing.filter((_, i) => needsReason(entries[i]!));
  const closed = entries.filter((entry) => !needsReason(entry));
  const after = baselineText(joined([...known.entries, ...closed]));
  const before = known.exists ? textAt(path, mostToWrite) : undefined;
  const live = [...new Map(open.map((finding) => [keyOf(finding), finding])).values()];
  return {
    name: 'baseline',
    says:
      closed.length === 0
        ? 'Baseline: what a scan finds today is not for it.'
        : `Baseline: ${count(closed.length, 'finding')} of today no longer ${closed.length === 1 ? 'fails' : 'fail'} a scan, new ones do.`,
    edits: closed.length === 0 ? [] : [{ path, before, after }],
    byHand:
      live.length === 0
        ? []
        : [
            `${count(live.length, 'live key')} of critical severity ${live.length === 1 ? 'is' : 'are'} in no baseline. Delete ${live.length === 1 ? 'it' : 'them'} at Binance (bnguard explain secret-key), then`,
            ...live
              .slice(0, 5)
              .map(
                ({ rule, fingerprint, masked, path: at }) =>
                  `  bnguard baseline add ${fingerprint} --state revoked --reason "…"   # ${rule} ${masked} in ${at}`,
              ),
            ...(live.length > 5
              ? [`  … and ${count(live.length - 5, 'more')}: bnguard scan --format json has their fingerprints`]
              : []),
          ],
    isUsual: false,
  };
}
