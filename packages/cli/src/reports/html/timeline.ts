/** The timeline of exposure, as SVG: when each key came in, when it left HEAD, and that it is in the history still. */
import type { HistoryOrigin } from '@bnguard/engine';
import type { Leak } from '../../way-out/leaks.ts';
import { exposureSentences } from '../text-exposure.ts';
import { count } from '../words.ts';
import { text } from './markup.ts';

/** Rows that a person still compares. */
const mostRows = 40;
const size = { label: 170, right: 24, width: 960, row: 30, top: 34 } as const;

interface Row {
  readonly leak: Leak;
  readonly origin: HistoryOrigin & { readonly firstCommit: { readonly date: string } };
  readonly path: string;
}

/** Empty where no finding has a history. */
export function timeline(leaks: readonly Leak[], asOf: string): string {
  const all = leaks.flatMap(rowOf).sort((a, b) => time(a) - time(b));
  const rows = all.slice(0, mostRows);
  const [first] = rows;
  if (!first) return '';
  const end = Math.max(Date.parse(asOf), ...rows.map(time));
  const span = Math.max(end - time(first), 30 * day) * 1.04;
  const begin = end - span;
  const at = (moment: number): number =>
    Math.round((size.label + ((moment - begin) / span) * (size.width - size.label - size.right)) * 10) / 10;
  const height = size.top + rows.length * size.row + 8;
  const bars = rows.map((row, i) => bar(row, size.top + i * size.row, at, end)).join('');
  const said = rows.map(
    ({ leak, origin, path }) => `<li>${text(`${nameOf(leak)}: ${exposureSentences(origin, path).join(' ')}`)}</li>`,
  );
  const more = all.length - rows.length;
  return `<section aria-labelledby="timeline-title">
<h2 id="timeline-title">Timeline of exposure</h2>
<p class="legend"><svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="in-head worst" x1="1" x2="25" y1="5" y2="5"/></svg> in HEAD
<svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="in-history" x1="1" x2="25" y1="5" y2="5"/></svg> gone from HEAD, still in the history
<svg class="key" viewBox="0 0 26 10" aria-hidden="true"><line class="unreachable" x1="1" x2="25" y1="5" y2="5"/></svg> on no branch or tag. A key stays exposed until it is deleted at Binance.</p>
<div class="card scroll" tabindex="0" role="region" aria-label="Timeline, scrolls sideways where there is no room">
<svg class="timeline" viewBox="0 0 ${size.width} ${height}" role="group" aria-label="When each key came in and when it left HEAD; the list below says the same in words">
${ticks(begin, end, at, height)}${bars}
</svg></div>
<ul class="visually-hidden">${said.join('')}</ul>
${more > 0 ? `<p class="muted">${text(`${count(more, 'other leak')} came in later.`)}</p>` : ''}</section>`;
}

const day = 86_400_000;
const time = ({ origin }: Row): number => Date.parse(origin.firstCommit.date);
const nameOf = ({ halves }: Leak): string =>
  halves.map(({ rule, masked }) => [rule, masked].filter(Boolean).join(' ')).join(' + ');
/** Short: people know a key by how it begins. */
const labelOf = (leak: Leak): string => leak.halves.map(({ rule, masked }) => masked || rule).join(' + ');

/** The half that came in first stands for the leak. */
function rowOf(leak: Leak): Row[] {
  const dated = leak.findings.flatMap(({ origin, path }) =>
    origin.kind === 'history' && origin.firstCommit
      ? [{ leak, origin: { ...origin, firstCommit: origin.firstCommit }, path }]
      : [],
  );
  return dated.sort((a, b) => time(a) - time(b)).slice(0, 1);
}

function bar({ leak, origin }: Row, top: number, at: (moment: number) => number, end: number): string {
  const y = top + size.row / 2;
  const start = at(Date.parse(origin.firstCommit.date));
  const left = origin.atHead ? end : Date.parse(origin.lastCommit?.date ?? origin.firstCommit.date);
  const until = Math.max(start + 3, at(left));
  const rest = origin.reachable === false ? 'unreachable' : 'in-history';
  const label = labelOf(leak);
  const short = label.length > 24 ? `${label.slice(0, 23)}…` : label;
  const worst = leak.findings.some(({ severity }) => severity === 'critical') ? ' worst' : '';
  return `<a href="#${leak.id}"><title>${text(nameOf(leak))}</title>
<rect class="hit" x="0" y="${top}" width="${size.width}" height="${size.row}"/>
<text class="name" x="8" y="${y + 4}">${text(short)}</text>
${until < at(end) ? `<line class="${rest}" x1="${until}" x2="${at(end)}" y1="${y}" y2="${y}"/>` : ''}
<line class="in-head${worst}" x1="${start}" x2="${until}" y1="${y}" y2="${y}"/>
<circle class="came" cx="${start}" cy="${y}" r="5"/></a>`;
}

/** A handful of months or years as a scale. */
function ticks(begin: number, end: number, at: (moment: number) => number, height: number): string {
  const months = (end - begin) / (30.4 * day);
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => months / one <= 8) ?? 240;
  const first = new Date(begin);
  const marks: string[] = [];
  let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 1) / step) * step;
  for (; utc(month) <= end; month += step) {
    const x = at(utc(month));
    if (x < size.label) continue;
    const name = new Date(utc(month)).toISOString().slice(0, step % 12 === 0 ? 4 : 7);
    marks.push(
      `<line class="tick" x1="${x}" x2="${x}" y1="24" y2="${height - 6}"/><text class="scale" x="${x}" y="16">${name}</text>`,
    );
  }
  return marks.join('');
}

const utc = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12);
