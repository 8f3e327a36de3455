/** `bnguard baseline add`: records values by their fingerprints, without a scan. */
import { basename } from 'node:path';
import { baselineText, joined, keyOf, readBaseline, type BaselineEntry } from '../baseline.ts';
import { loadConfig } from '../config.ts';
import { findTop } from '../git/repository.ts';
import type { Setting } from '../main.ts';
import type { BaselineAddRequest, Outcome } from '../requests.ts';
import { worse } from '@bnguard/engine/severity';
import { didYouMean } from '../suggest.ts';
import { UserError } from '../user-error.ts';

export async function runBaselineAdd(request: BaselineAddRequest, { cwd }: Setting): Promise<Outcome> {
  const { fingerprints, state, reason, expires, rule = '*' } = request;
  if (reason.trim() === '') throw new UserError('--reason: expected a sentence that says why, got nothing.');
  if (rule !== '*') {
    const ids = (await import('@bnguard/engine')).rules.map(({ id }) => id);
    if (!ids.includes(rule))
      throw new UserError(`--rule ${rule}: there is no such rule${didYouMean(rule, ids)}. See bnguard rules.`);
  }
  const today = (request.asOf ?? new Date().toISOString()).slice(0, 10);
  const root = findTop(cwd) ?? cwd;
  const { baseline: named } = request;
  const { baseline: path } = await loadConfig(root, { cwd, today, ...(named !== undefined && { baseline: named }) });
  const name = named ?? basename(path);
  const { entries } = await readBaseline(path, name, named === undefined ? root : undefined);

  const whatever = rule === '*' ? 'whatever rule reports it' : `for ${rule}`;
  let all: readonly BaselineEntry[] = entries;
  const told = [...new Set(fingerprints)].map((fingerprint) => {
    const known = all.find((entry) => keyOf(entry) === keyOf({ rule, fingerprint }));
    const severity = request.severity ?? known?.severity ?? 'critical';
    const entry: BaselineEntry = {
      ...{ rule, fingerprint, state, reason, date: today },
      severity: known ? worse(known.severity, severity) : severity,
      ...(expires !== undefined && { expires }),
    };
    all = [...all.filter((other) => other !== known), entry];
    return `${name} ${known ? 'now has' : 'has'} ${fingerprint} as ${state}, ${whatever}, up to ${entry.severity}.\n`;
  });
  return { code: 0, stdout: told.join(''), files: [{ path, text: baselineText(joined(all)) }] };
}
