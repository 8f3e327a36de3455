/**
 * Sets findings aside, always with who and why: ignore comments, config entries, the baseline. An ignore that matches
 * nothing becomes a finding of its own, so that excuses do not outlive what they excused.
 */
import { createHash } from 'node:crypto';
import type {
  Document,
  Finding,
  IgnoreObservation,
  Reading,
  Repository,
  SuppressedFinding,
  Suppression,
} from './types.ts';
import { lineEnd, lineStart } from './lines.ts';
import type { Locator } from './locate.ts';

const marker = 'bnguard-ignore';
/** Comments further into a line than this are not looked for. */
const maxLine = 4000;
const syntax =
  /bnguard-ignore[ \t:]+([a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*)(?:[ \t]+(?:--|—)[ \t]*([^\n]*?))?[ \t\r]*(?:\*\/|-->|#\}|\]\]|--%>|\}\})?[ \t\r]*$/;
/** What may open a comment where no reader knows comments. */
const opening = /(?:#|\/\/|\/\*|<!--|--|;|%|'|\brem\b|\{#|\*)[^\n]*$/i;

/** The `bnguard-ignore <rule>[, <rule>] -- reason` comments of a document. */
export function ignoresOf(document: Document, reading: Reading, locator: Locator): IgnoreObservation[] {
  const { text, path, origin } = document;
  const found: IgnoreObservation[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const lineFrom = lineStart(text, at, maxLine);
    const lineTo = lineEnd(text, at, maxLine);
    const comment = reading.comments.find(({ start, end }) => start <= at && at < end);
    const before = text.slice(lineFrom, at);
    if (!comment && (knowsComments(reading.language) || !opening.test(before))) continue;
    const [, rules, reason] = syntax.exec(text.slice(at, comment ? Math.min(lineTo, comment.end) : lineTo)) ?? [];
    if (rules === undefined) continue;
    const { start, end } = locator.places({ start: at, end: Math.min(lineTo, at + marker.length + 1 + rules.length) });
    found.push({
      kind: 'ignore',
      path,
      origin,
      start,
      end,
      rules: rules.split(/[\s,]+/),
      reason: reason ? withoutValues(reason) : undefined,
      line: standsAlone(text, lineFrom, lineTo, comment ?? { start: at, end: lineTo }) ? start.line + 1 : start.line,
    });
  }
  return stacked(found);
}

/** Texts and tables have no comment syntax that a reader could know. */
function knowsComments(language: string): boolean {
  return !['text', 'csv', 'markdown', 'notebook', 'basic', 'batch', 'markup'].includes(language);
}

function standsAlone(text: string, from: number, to: number, comment: { start: number; end: number }): boolean {
  const before = text
    .slice(from, Math.max(from, comment.start))
    .replace(/(?:#|\/\/|\/\*|<!--|--|;|%|'|\{#|\{|\*)+\s*$/, '');
  const after = text.slice(Math.min(to, comment.end), to).replace(/[})]\s*$/, '');
  return before.trim() === '' && after.trim() === '';
}

/** Several ignores above one line all cover that line. */
function stacked(ignores: readonly IgnoreObservation[]): IgnoreObservation[] {
  const own = new Map(
    ignores.filter(({ line, start }) => line > start.line).map((ignore) => [ignore.start.line, ignore]),
  );
  return ignores.map((ignore) => {
    let { line } = ignore;
    while (line > ignore.start.line && own.has(line)) line += 1;
    return line === ignore.line ? ignore : { ...ignore, line };
  });
}

/** A text of people's without anything that could be a part of a value. */
export function withoutValues(text: string): string {
  return text
    .replace(/[A-Za-z0-9+/]{12,}/g, (run) => (/\d/.test(run) && /[A-Za-z]/.test(run) ? `${run.slice(0, 4)}…` : run))
    .slice(0, 300);
}

/** Splits findings into those that stand and those that are set aside; adds `unused-ignore` findings to the first. */
export function suppress(
  findings: readonly Finding[],
  ignores: readonly IgnoreObservation[],
  repository: Repository,
): { findings: Finding[]; suppressed: SuppressedFinding[] } {
  if (repository.noIgnores) return { findings: [...findings], suppressed: [] };
  const entries = repository.suppressions ?? [];
  const used = new Set<unknown>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const byLine = new Map<string, IgnoreObservation[]>();
  for (const ignore of ignores) {
    const place = `${ignore.path}\0${String(ignore.line)}`;
    byLine.set(place, [...(byLine.get(place) ?? []), ignore]);
  }
  for (const finding of findings) {
    let suppression: Suppression | undefined;
    for (let { line } = finding.start; line <= finding.end.line; line += 1) {
      for (const ignore of byLine.get(`${finding.path}\0${String(line)}`) ?? []) {
        if (!ignore.rules.includes(finding.rule)) continue;
        used.add(ignore);
        suppression ??= {
          by: 'comment',
          ...(ignore.reason ? { reason: ignore.reason } : {}),
          at: `${ignore.path}:${String(ignore.start.line)}`,
        };
      }
    }
    for (const entry of entries) {
      if (!entry.covers(finding)) continue;
      used.add(entry);
      suppression ??= { by: entry.by, ...(entry.reason ? { reason: withoutValues(entry.reason) } : {}), at: entry.at };
    }
    if (suppression) suppressed.push({ ...finding, suppression });
    else kept.push(finding);
  }
  for (const ignore of ignores) {
    if (!used.has(ignore))
      kept.push(
        unused(ignore, `The ignore comment for ${ignore.rules.join(', ')} matches nothing`, ignore.rules.join()),
      );
  }
  for (const entry of entries) {
    if (used.has(entry) || entry.mayBeUnused) continue;
    const origin = { kind: 'file' } as const;
    kept.push(
      unused(
        { ...entry.place, origin },
        `The ${entry.by === 'config' ? 'ignore entry' : 'baseline entry'} at ${entry.at} matches nothing`,
        entry.at,
      ),
    );
  }
  return { findings: kept, suppressed };
}

function unused(
  { path, origin, start, end }: Pick<Finding, 'path' | 'origin' | 'start' | 'end'>,
  message: string,
  what: string,
): Finding {
  return {
    rule: 'unused-ignore',
    role: 'unknown',
    severity: 'info',
    confidence: 'certain',
    message,
    masked: '',
    fingerprint: createHash('sha256').update(`ignore\0${path}\0${what}`).digest('hex').slice(0, 32),
    environment: 'unknown',
    path,
    origin,
    start,
    end,
    evidence: [],
  };
}
