/**
 * `bnguard find --stdin`: where is this value, on disk and in all that git stores? Looks for its bytes in every form that
 * it may have, and for its fingerprint among what the scanner finds. Stores and prints nothing of it.
 */
import { detect, Secret, type HistoryPlace } from '@bnguard/engine';
import { compare } from '../conclude-root.ts';
import { everyString } from '../every-string.ts';
import type { Setting } from '../main.ts';
import { needlesOf, shortestValue, type Needle } from '../needles.ts';
import { redact, redactAll } from '../redact.ts';
import { findText, type FoundReport } from '../reports/find-text.ts';
import { visibleJson } from '../reports/visible.ts';
import type { FindRequest, Outcome } from '../requests.ts';
import { planScan } from '../scan-settings.ts';
import { findInFiles } from '../sources/find-files.ts';
import { findInHistory, type FoundObject } from '../sources/history/find-in-history.ts';
import type { Report } from '../types.ts';
import { UserError } from '../user-error.ts';
import { ownVersion } from '../version.ts';
import { readAll, scanWith } from './scan.ts';
import { findStore } from '../git/store.ts';
import { wantsColor } from '../io.ts';
import { isGap } from '../reports/gap.ts';

export async function runFind(request: FindRequest, setting: Setting): Promise<Outcome> {
  const value = Buffer.from(await readAll(setting.io))
    .toString('utf8')
    .trim();
  if (value.length < shortestValue) {
    throw new UserError(
      `A value to look for has at least ${shortestValue} characters, got ${value.length}. Give it on standard input: pbpaste | bnguard find --stdin.`,
    );
  }
  const lines = value.split(/[\r\n]+/).length;
  if (lines > 1 && !isOneKey(value)) {
    throw new UserError(
      `find looks for one value at a time, and the ${lines} lines on standard input are not one key. Give each value by itself: head -n 1 keys.txt | bnguard find --stdin.`,
    );
  }
  const needles = needlesOf(value);
  const forms = needles
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
    .filter((form) => form.length >= shortestValue);
  const hides = (text: string): string => forms.reduce((left, form) => left.replaceAll(form, '…'), text);
  const report = await lookEverywhere(request, setting, value, needles);
  // The whole value first: of a key, redacting would leave the beginning.
  const safe = redactAll(everyString(report, hides));
  const text =
    request.format === 'json'
      ? `${visibleJson(JSON.stringify(safe, null, 2))}\n`
      : findText(safe, { color: wantsColor(request.color, setting.io), verbose: request.verbose });
  const isFound = safe.files.length + safe.refs.length + safe.objects.length > 0;
  return { code: !safe.complete ? 2 : isFound ? 1 : 0, stdout: text };
}

async function lookEverywhere(
  request: FindRequest,
  setting: Setting,
  value: string,
  needles: readonly Needle[],
): Promise<FoundReport> {
  const { cwd } = setting;
  const plan = await planScan(
    { ...request, kind: 'scan', includeIgnored: true, ignores: false, config: false, allowIncomplete: false },
    cwd,
  );
  const prints = fingerprintsOf(value);
  const isWanted = ({ fingerprint }: { readonly fingerprint: string }): boolean => prints.has(fingerprint);

  const onDisk = await findInFiles(cwd, request.paths, needles);
  const disk = await scanWith(plan, request, setting);
  const files = [...onDisk.found];
  // Paths in a report are redacted already.
  const plain = new Set(files.filter(({ where }) => where === 'content').map(({ path }) => redact(path)));
  for (const { path, start } of disk.findings.filter(isWanted)) {
    if (!plain.has(path)) files.push({ path, where: 'content', line: start.line, form: 'put together' });
    plain.add(path);
  }

  // A folder outside of git has files all the same.
  const store = findStore(cwd, request.paths[0] ?? '.');
  const history = store && (await scanWith(plan, request, setting, { kind: 'history' }));
  const read = linesOf(history?.findings.filter(isWanted) ?? []);
  const stored = store && (await findInHistory(plan.settings, needles, read));

  const parts = [disk, ...(history ? [history] : [])];
  return {
    schema: 1,
    tool: { name: 'bnguard', version: ownVersion() },
    asOf: plan.settings.asOf,
    complete: parts.every(({ complete }) => complete) && onDisk.gaps.length === 0 && (stored?.gaps.length ?? 0) === 0,
    fingerprints: [...prints].sort(),
    files: files.sort((a, b) => compare(a.path, b.path) || compare(a.where, b.where)),
    refs: stored?.refs ?? [],
    objects: (stored?.found ?? []).toSorted((a, b) => compare(a.object, b.object) || compare(pathOf(a), pathOf(b))),
    skipped: [
      ...parts.flatMap(({ skipped }) => skipped).filter(isGap),
      ...[...onDisk.gaps, ...(stored?.gaps ?? [])].map(({ skip }) => skip),
    ].filter((skip, i, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(skip)) === i),
    coverage: { files: onDisk.files, objects: stored?.objects ?? 0 },
  };
}

/** Whether a text of several lines is one value: a private key as the scanner reads it, or anything else in PEM. */
function isOneKey(text: string): boolean {
  if (/^-----BEGIN ([^-]+)-----(?:(?!-----BEGIN )[^])*-----END \1-----$/.test(text)) return true;
  const { length } = text.split('\n');
  return detect({ path: 'value.txt', origin: { kind: 'stdin' }, text }).findings.some(
    ({ rule, start, end }) => rule === 'private-key' && start.line === 1 && end.line === length,
  );
}

/** What the scanner would call it: the plain value, and what it is when it is read as a credential. */
function fingerprintsOf(value: string): Set<string> {
  const texts = [value, `BINANCE_API_SECRET=${value}\n`];
  const seen = texts.flatMap((text) => detect({ path: 'value.env', origin: { kind: 'stdin' }, text }).findings);
  return new Set([new Secret(value).fingerprint, ...seen.map(({ fingerprint }) => fingerprint)]);
}

const pathOf = ({ history }: FoundObject): string => history.places[0]?.path ?? '';

/**
 * The line in each object that findings stand in. A finding is one for all of them, so what it tells of commits and refs
 * is true of none in particular.
 */
function linesOf(findings: Report['findings']): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { path, start, origin } of findings) {
    if (origin.kind !== 'history') continue;
    const { blob, object, places = [] } = origin;
    const own: HistoryPlace = { path, start, ...(blob && { blob }), ...(object && { object }) };
    for (const place of [own, ...places]) {
      const id = place.blob ?? place.object ?? '';
      if (!lines.has(id)) lines.set(id, place.start.line);
    }
  }
  return lines;
}
