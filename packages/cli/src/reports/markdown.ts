/**
 * For job summaries and comments on pull requests: a table, the way out of each leak folded away, and what was cut. Every
 * name that a stranger chose stands in a code span, where Markdown, HTML and mentions mean nothing.
 */
import type { Finding, Rule, Severity } from '@bnguard/engine';
import { isTestnet, severities } from '@bnguard/engine/severity';
import type { Report } from '../types.ts';
import { leaksOf, type Leak } from '../way-out/leaks.ts';
import { wayOut } from '../way-out/way-out.ts';
import { exposureSentences } from './text-exposure.ts';
import { broughtBy, placeName } from './text-place.ts';
import { visible } from './visible.ts';
import { count, grouped } from './words.ts';
import { worstFirst } from './worst.ts';
import { isGap } from './gap.ts';

/** GitHub takes 65,536 characters in a comment; a job summary may have 1 MiB. This fits both. */
export const commentLimit = 65_536;
/** Rows and leaks beyond these make nothing clearer. */
const most = { rows: 1000, leaks: 20 } as const;
const marks: Readonly<Record<Severity, string>> = {
  ...{ critical: '🟥', high: '🟧', medium: '🟨', low: '🟦', info: '⬜' },
};

/** @param limit characters at most; what does not fit is counted at the end */
export function markdownReport(report: Report, rules: readonly Rule[], limit: number = commentLimit): string {
  const { findings } = report;
  const parts = [...headLines(report)];
  // Room for the sentence about what was cut.
  let room = limit - 400 - size(parts);
  // The first rows may take all; the rest leaves room for what to do.
  const forRows = room * 0.6;
  const rows = [];
  for (const finding of worstFirst(findings).slice(0, most.rows)) {
    const row = rowOf(finding);
    const taken = size(rows) + row.length + 1;
    if (taken > (rows.length < 20 ? room : forRows)) break;
    rows.push(row);
  }
  room -= size(rows);
  if (rows.length > 0) parts.push('', '| severity | rule | where | what |', '|---|---|---|---|', ...rows);
  const cutRows = findings.length - rows.length;
  const leaks = leaksOf(worstFirst(findings));
  let shownLeaks = 0;
  for (const leak of leaks.slice(0, most.leaks)) {
    const lines = leakLines(leak);
    if (size(lines) > room) break;
    parts.push(...lines);
    room -= size(lines);
    shownLeaks += 1;
  }
  const advice = adviceLines(findings, rules);
  if (size(advice) <= room) parts.push(...advice);
  const cut = [
    ...(cutRows > 0 ? [count(cutRows, 'finding')] : []),
    ...(leaks.length > shownLeaks ? [`the steps of ${count(leaks.length - shownLeaks, 'leak')}`] : []),
  ];
  if (cut.length > 0) {
    parts.push(
      '',
      `_Cut, because the platform takes no more than ${grouped(limit)} characters here: ${cut.join(' and ')}. \`--format html\` or \`json\` has everything._`,
    );
  }
  return `${parts.join('\n')}\n`;
}

const size = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

function headLines({ findings, suppressed, complete, skipped }: Report): string[] {
  const counts = severities.toReversed().flatMap((severity) => {
    const n = findings.filter((finding) => finding.severity === severity).length;
    return n > 0 ? [`${marks[severity]} ${grouped(n)} ${severity}`] : [];
  });
  const gaps = skipped.filter(isGap);
  return [
    `### bnguard: ${findings.length === 0 ? (complete ? 'no findings' : 'nothing found, but not everything was read') : count(findings.length, 'finding')}`,
    ...(counts.length > 0 ? ['', counts.join(' · ')] : []),
    ...(complete
      ? []
      : [
          '',
          '> [!WARNING]',
          `> **Incomplete:** not everything could be read, so there may be more than this shows.${gaps.length > 0 ? ` ${count(gaps.length, 'thing')} could not be read, such as ${code(gaps[0]!.path || (gaps[0]!.object ?? ''))}.` : ''}`,
        ]),
    ...asideLines(suppressed),
  ];
}

/** Set aside by whom and why: the worst ones, for the reviewer who would want to know. */
function asideLines(suppressed: Report['suppressed']): string[] {
  if (suppressed.length === 0) return [];
  const shown = worstFirst(suppressed).slice(0, 5);
  const more = suppressed.length - shown.length;
  return [
    '',
    `${count(suppressed.length, 'finding was', 'findings were')} set aside:`,
    '',
    ...shown.map(
      ({ rule, masked, path, suppression: { by, reason } }) =>
        `- ${code(rule)}${masked ? ` ${code(masked)}` : ''} in ${code(path)}, by ${by}: ${prose(reason ?? 'no reason given')}`,
    ),
    ...(more > 0 ? [`- and ${grouped(more)} more`] : []),
  ];
}

function rowOf(finding: Finding): string {
  const { severity, rule, masked, message, start, origin, path, environment, confidence } = finding;
  const since = origin.kind === 'history' ? exposureSentences(origin, path).slice(0, 1) : [];
  const kind = isTestnet(finding) ? `, ${environment}` : '';
  const what = [`${prose(message)} (${confidence}${kind})`, ...since.map(prose)].join('. ');
  const commit = broughtBy(finding);
  const place = path === '' ? prose(placeName(finding)) : code(`${path}:${start.line}`);
  const where = commit === undefined ? place : `${place} in ${code(commit)}`;
  return `| ${marks[severity]} ${severity} | ${code(rule)}${masked ? ` ${code(masked)}` : ''} | ${where} | ${what} |`;
}

function leakLines(leak: Leak): string[] {
  const name = leak.halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(' ')).join(' and ');
  const steps = wayOut(leak).flatMap(({ title, says, commands, notes, ticket }, i) => [
    `${i + 1}. **${title}**`,
    ...says.map((sentence) => `   - ${prose(sentence)}`),
    ...commands.flatMap(({ says: about, text }) => [`   - ${prose(about)}`, ...fenced(text, '     ')]),
    ...notes.map(({ says: note, source }) => `   - _${prose(note)}_ [Source](${source})`),
    ...(ticket ? [`   - A draft for ${prose(ticket.to)}:`, ...fenced(ticket.text, '     ')] : []),
  ]);
  return ['', '<details>', `<summary>The way out: ${html(name)}</summary>`, '', ...steps, '', '</details>'];
}

/** What to do about findings that are no leaks: the first advice of each rule. */
function adviceLines(findings: readonly Finding[], rules: readonly Rule[]): string[] {
  const leaked = new Set(leaksOf(findings).flatMap((leak) => leak.findings.map(({ rule }) => rule)));
  const found = new Set(findings.map(({ rule }) => rule));
  const told = rules.filter(({ id, advice }) => found.has(id) && !leaked.has(id) && advice.length > 0);
  return told.length > 0 ? ['', ...told.map(({ id, advice }) => `- ${code(id)}: ${prose(advice[0]!)}`)] : [];
}

/** A code span, also of text with backticks; in tables a bar must be escaped even there. */
export function code(text: string): string {
  const safe = visible(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...(safe.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || safe === '' ? ' ' : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

/** Hosts that our own sentences name. */
const linked = /^https:\/\/(?:www\.binance\.com|support\.github\.com)\//;

/** Words as they are: no markup, no mention, no reference to an issue, no link but ours. */
const prose = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u2060')
    .replace(/#(?=\d)/g, '#\u2060')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/(?:[a-z]+(?=:\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp)(?=:))\S*/gi, (address) =>
      linked.test(address) ? address : address.replace(/[:.]/, '\\$&'),
    );

const html = (text: string): string =>
  visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function fenced(text: string, indent: string): string[] {
  const lines = text.split('\n').map(visible);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...lines, fence].map((line) => indent + line);
}
