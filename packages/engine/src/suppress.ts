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
  Span,
  SuppressedFinding,
  Suppression,
  SuppressionEntry,
} from './types.ts';
import { documentKey } from './document-key.ts';
import type { Standings } from './history.ts';
import { lineEnd, lineStart } from './lines.ts';
import { rules } from './rules/index.ts';
import { severities } from './severity.ts';
import { withoutValues } from './clues/names.ts';
import type { Locator } from './locate.ts';

const marker = 'bnguard-ignore';
/** Of the name what is the same in `Bnguard`. */
const name = 'nguard';
/** Comments further into a line than this are not looked for. */
const maxLine = 4000;
/** What people write for it who have seen the comments of other tools; behind it a rule, a reason or nothing. */
const near =
  /^bnguard[-:_ ]{0,2}(?:ignore|disable|allow|skip|noqa|nosec)(?![a-z])(?:-(?:all|(?:next-)?(?:line|file)))?[ \t:=([]*(?:rules?[ \t:=]{1,3})?["'`]?(?:$|--|\*|([a-z][a-z_-]*))/i;
const syntax = /^bnguard-ignore(?:[ \t:]+([a-z][a-z-]*(?:[ \t]*,[ \t]*[a-z][a-z-]*)*))?(?:[ \t]+(?:--|—)([^\n]*))?$/;
/** Nothing but the comment's opening, which is not longer than that. */
const longestOpening = 200;
const onlyOpening = /^[^\w\s]*\s*$/;
/** What ends the comments that do not end with their line. */
const closing = /(?:\*\/|-->|#\}|\]\]|--%>|\}\})$/;
/** What may open a comment where no reader knows comments. */
const opening = /(?:#|\/\/|\/\*|<!--|--|;|%|'|\brem\b|\{#|\*)[^\n]*$/i;

/** The `bnguard-ignore <rule>[, <rule>] -- reason` comments of a document. */
export function ignoresOf(document: Document, reading: Reading, locator: Locator): IgnoreObservation[] {
  const { text, path, origin } = document;
  const found: IgnoreObservation[] = [];
  const commentAt = commentsOf(reading);
  for (let next = text.indexOf(name); next >= 0; next = text.indexOf(name, next + name.length)) {
    const at = next - 1;
    if (!/^bnguard[-:_ ]{0,2}[a-z]/i.test(text.slice(Math.max(0, at), at + 12))) continue;
    const lineFrom = lineStart(text, at, maxLine);
    const lineTo = lineEnd(text, at, maxLine);
    const comment = commentAt(at);
    const before = text.slice(lineFrom, at);
    if (!comment && (knowsComments(reading.language) || !opening.test(before))) continue;
    const whole = text.slice(at, comment ? Math.min(lineTo, comment.end) : lineTo).trimEnd();
    const told = whole.replace(closing, '').trimEnd();
    const match = syntax.exec(told);
    const [, named = '', reason] = match ?? [];
    // Without a rule, or written in another way, it sets nothing aside, which people should hear; a sentence that names the
    // comment is none.
    if (named === '' && !(comment && isOpening(text, comment.start, at))) continue;
    if (!match && !isMeant(told)) continue;
    const { start, end } = locator.places({ start: at, end: Math.min(lineTo, at + marker.length + 1 + named.length) });
    found.push({
      kind: 'ignore',
      path,
      origin,
      start,
      end,
      rules: named === '' ? [] : named.split(/[\s,]+/),
      ...(!match && { isUnread: true }),
      // In Markdown only HTML comments are surely comments; others may be examples.
      ...(comment ? {} : { mayBeUnused: true }),
      reason: reasonFrom(reason ?? '') || undefined,
      line: standsAlone(text, lineFrom, lineTo, comment ?? { start: at, end: lineTo }) ? start.line + 1 : start.line,
    });
  }
  return stacked(found);
}

const isOpening = (text: string, start: number, end: number): boolean =>
  end - start <= longestOpening && onlyOpening.test(text.slice(start, end));

/** Whether a comment that is not read was to be one, and is no sentence. */
function isMeant(told: string): boolean {
  const [whole, rule] = near.exec(told) ?? [];
  return whole !== undefined && (rule === undefined || rules.some(({ id }) => bare(id) === bare(rule)));
}

/** Texts and tables have no comment syntax that a reader could know. */
function knowsComments(language: string): boolean {
  return !['text', 'csv', 'markdown', 'notebook', 'basic', 'batch', 'markup'].includes(language);
}

/** The comment that holds an offset, for ascending offsets: comments are as many as a file has room for. */
function commentsOf({ comments }: Reading): (at: number) => Span | undefined {
  const sorted = [...comments].sort((a, b) => a.start - b.start);
  let next = 0;
  let reaching: Span | undefined;
  return (at) => {
    for (; next < sorted.length && sorted[next]!.start <= at; next += 1) {
      if (!reaching || sorted[next]!.end > reaching.end) reaching = sorted[next];
    }
    return reaching && at < reaching.end ? reaching : undefined;
  };
}

/** Whether the line holds nothing but the comment and the marks that open and close it. */
function standsAlone(text: string, from: number, to: number, comment: Span): boolean {
  const before = text.slice(from, Math.max(from, comment.start)).trim();
  const after = text.slice(Math.min(to, comment.end), to).trim();
  return /^(?:#|\/\/|\/\*|<!--|--|;|%|'|\{#|\{|\*)*$/.test(before) && /^[})]?$/.test(after);
}

/** Several ignores above one line all cover that line. */
function stacked(ignores: readonly IgnoreObservation[]): IgnoreObservation[] {
  const covered = new Map<number, number>();
  for (const { line, start, rules: named } of ignores)
    if (line > start.line && named.length > 0) covered.set(start.line, line);
  // From below, so that each knows where the one under it leads to.
  for (const [from, line] of [...covered].sort(([a], [b]) => b - a)) covered.set(from, covered.get(line) ?? line);
  return ignores.map((ignore) => {
    const line = ignore.line > ignore.start.line ? (covered.get(ignore.start.line) ?? ignore.line) : ignore.line;
    return line === ignore.line ? ignore : { ...ignore, line };
  });
}

const longestReason = 300;

/** A reason fit for the report. */
function reasonFrom(text: string): string {
  return withoutValues(text.trim()).slice(0, longestReason);
}

/**
 * Splits findings into those that stand and those that are set aside; adds `unused-ignore` findings to the first.
 * @param standings of a history: where each finding stands. It is set aside where all its newest versions, or all its
 *   paths, are.
 */
export function suppress(
  findings: readonly Finding[],
  ignores: readonly IgnoreObservation[],
  repository: Repository,
  standings?: ReadonlyMap<Finding, Standings>,
): { findings: Finding[]; suppressed: SuppressedFinding[] } {
  if (repository.noIgnores) return { findings: [...findings], suppressed: [] };
  const entries = repository.suppressions ?? [];
  const used = new Set<unknown>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  // All comments that excuse one rule on one line do so together, however many they are.
  const byPlace = new Map<string, IgnoreObservation[]>();
  for (const ignore of ignores) {
    for (const rule of new Set(ignore.rules)) {
      const place = `${documentKey(ignore)}\0${String(ignore.line)}\0${rule}`;
      const others = byPlace.get(place);
      if (others) others.push(ignore);
      else byPlace.set(place, [ignore]);
    }
  }
  const usedPlaces = new Set<IgnoreObservation[]>();
  const commentOn = ({ rule }: Finding, at: Finding): Suppression | undefined => {
    const document = documentKey(at);
    let first: IgnoreObservation | undefined;
    for (let { line } = at.start; line <= at.end.line; line += 1) {
      const comments = byPlace.get(`${document}\0${String(line)}\0${rule}`);
      if (!comments) continue;
      usedPlaces.add(comments);
      first ??= comments[0];
    }
    if (!first) return undefined;
    const { path, start, reason } = first;
    return { by: 'comment', ...(reason ? { reason } : {}), at: `${path}:${String(start.line)}` };
  };
  const entryFor = (finding: Finding): Suppression | undefined => {
    let first: SuppressionEntry | undefined;
    for (const entry of entries) {
      if (!entry.covers(finding)) continue;
      used.add(entry);
      first ??= entry;
    }
    return first && { by: first.by, ...(first.reason ? { reason: reasonFrom(first.reason) } : {}), at: first.at };
  };
  for (const finding of findings) {
    const { newest = [finding], paths = [finding.path] } = standings?.get(finding) ?? {};
    const comments = newest.map((at) => commentOn(finding, at));
    const covered = paths.map((path) => entryFor(path === finding.path ? finding : { ...finding, path }));
    const [suppression] = [comments, covered]
      .filter((all) => all.every((one) => one !== undefined))
      .map(([one]) => one);
    if (suppression) suppressed.push({ ...finding, suppression });
    else kept.push(finding);
  }
  for (const comments of usedPlaces) for (const ignore of comments) used.add(ignore);
  for (const ignore of ignores) {
    // Old versions have comments for what older ones held.
    if (!used.has(ignore) && !ignore.mayBeUnused && ignore.origin.kind !== 'history')
      kept.push(unused(ignore, unusedMessage(ignore), ignore.rules.join()));
  }
  for (const entry of entries) {
    if (used.has(entry) || entry.mayBeUnused) continue;
    const origin = { kind: 'file' } as const;
    kept.push(
      unused(
        { ...entry.place, origin },
        `The ${entry.by === 'config' ? 'ignore entry' : 'baseline entry'} at ${entry.at} ${uselessness(entry, findings)}`,
        entry.at,
      ),
    );
  }
  return { findings: kept, suppressed };
}

/** Why an entry sets nothing aside. */
function uselessness({ isExpired, upTo }: SuppressionEntry, findings: readonly Finding[]): string {
  if (isExpired) return 'sets nothing aside any more';
  const meant = upTo ? findings.filter((finding) => upTo.means(finding)) : [];
  const worst = severities.findLast((severity) => meant.some((finding) => finding.severity === severity));
  return upTo && worst ? `accepts ${upTo.severity}; the finding is ${worst}` : 'matches nothing';
}

function unusedMessage({ rules: named, isUnread }: IgnoreObservation): string {
  if (isUnread)
    return 'The ignore comment is not read, since it is written otherwise than bnguard-ignore RULE -- reason';
  if (named.length === 0) return 'The ignore comment names no rule, so it sets nothing aside';
  const unknown = named.filter((id) => !rules.some((rule) => rule.id === id));
  const meant = unknown.flatMap((id) => rules.filter((rule) => bare(rule.id) === bare(id)).map((rule) => rule.id));
  const question = meant.length > 0 ? ` (did you mean ${meant.join(' or ')}?)` : '';
  const hint = unknown.length > 0 ? `; there is no rule ${unknown.join(' or ')}${question}` : '';
  return `The ignore comment for ${named.join(', ')} matches nothing${hint}`;
}

/** `apikey`, `Secret_Keys`: a rule's name but for dashes, capitals or an s. */
const bare = (id: string): string => id.toLowerCase().replace(/[-_]/g, '').replace(/s$/, '');

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
