/** The glance: how bad, what is live, what is paired, what may withdraw, what git still has. */
import type { Finding } from '@bnguard/engine';
import { isTestnet, severities } from '@bnguard/engine/severity';
import type { Report } from '../../types.ts';
import { isCredential, type Leak } from '../../way-out/leaks.ts';
import { count, grouped, size } from '../words.ts';
import { text } from './markup.ts';
import { isGap } from '../gap.ts';

interface Card {
  readonly value: number;
  readonly name: string;
  readonly says: string;
  readonly alarm?: boolean;
}

export function overview(
  { findings, suppressed, skipped, coverage, complete }: Report,
  leaks: readonly Leak[],
): string {
  const cards = cardsOf(findings, leaks).map(
    ({ value, name, says, alarm }) =>
      `<li class="card${alarm && value > 0 ? ' alarm' : ''}"><strong>${grouped(value)}</strong> <span>${text(name)}</span><p>${text(says)}</p></li>`,
  );
  const facts = [
    coverage.objects === undefined
      ? `Looked at ${count(coverage.documents, 'file')} (${size(coverage.bytes)})`
      : `Looked at ${count(coverage.objects, 'object')} of git (${size(coverage.bytes)})`,
    ...(suppressed.length > 0 ? [`${grouped(suppressed.length)} set aside`] : []),
    ...(skipped.length > 0 ? [`${grouped(skipped.length)} skipped`] : []),
  ];
  const gaps = skipped.filter(isGap).slice(0, 20);
  const named = gaps.map(
    ({ path, object, why, detail }) =>
      `<li><code>${text(path || (object ?? 'scan'))}</code> ${text([why, detail].filter(Boolean).join(': '))}</li>`,
  );
  const alarm = complete
    ? ''
    : `<div class="incomplete" role="alert"><strong>Incomplete.</strong> Not everything could be read, so there may be more than this page shows.${named.length > 0 ? `<ul>${named.join('')}</ul>` : ''}</div>`;
  return `${alarm}<section aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>
${severityBar(findings)}
<ul class="cards">${cards.join('')}</ul>
<p class="muted">${text(facts.join(' · '))}.</p></section>`;
}

function cardsOf(findings: readonly Finding[], leaks: readonly Leak[]): Card[] {
  const keys = leaks.filter(({ halves }) => halves.some((half) => !isTestnet(half)));
  const pairs = keys.filter(({ halves }) => halves.length > 1);
  const rights = findings.filter(({ rule }) =>
    /^(?:withdrawals-enabled|transfers-enabled|fund-moving-call)$/.test(rule),
  );
  const origins = findings.flatMap((finding) =>
    isCredential(finding) && finding.origin.kind === 'history' ? [finding.origin] : [],
  );
  return [
    {
      value: keys.length,
      name: keys.length === 1 ? 'key that may be live' : 'keys that may be live',
      says: 'Nothing here asks Binance: count each as live until you have deleted it.',
      alarm: true,
    },
    {
      value: pairs.length,
      name: pairs.length === 1 ? 'whole pair' : 'whole pairs',
      says: 'API key and secret together: whoever reads them can trade.',
      alarm: true,
    },
    {
      value: rights.length,
      name: 'may move money out',
      says: 'Settings and calls that let a key withdraw or transfer.',
      alarm: true,
    },
    ...(origins.length > 0
      ? [
          {
            value: origins.filter(({ atHead }) => atHead === true).length,
            name: 'still in HEAD',
            says: 'Values that the current files have.',
          },
          {
            value: origins.filter(({ pushed }) => pushed === true).length,
            name: 'on a remote',
            says: 'Values that have left this machine.',
          },
        ]
      : [
          {
            value: findings.filter(({ rule }) => rule === 'env-not-ignored' || rule === 'env-tracked').length,
            name: 'open credential files',
            says: 'Files such as .env that git would take, or has.',
          },
        ]),
  ];
}

/** One bar, a piece for each severity, as long as its share. */
function severityBar(findings: readonly Finding[]): string {
  if (findings.length === 0) return '<p class="clean">No findings.</p>';
  const counts = severities.toReversed().map((severity) => ({
    severity,
    n: findings.filter((finding) => finding.severity === severity).length,
  }));
  let x = 0;
  const pieces = counts.map(({ severity, n }) => {
    const width = (n / findings.length) * 1000;
    const piece = `<rect class="fill-${severity}" x="${x.toFixed(1)}" y="0" width="${Math.max(0, width - (width > 8 ? 3 : 0)).toFixed(1)}" height="14"/>`;
    x += width;
    return n > 0 ? piece : '';
  });
  const words = counts.flatMap(({ severity, n }) =>
    n > 0 ? [`<li><span class="pill ${severity}">${severity}</span> ${grouped(n)}</li>`] : [],
  );
  return `<svg class="severities" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">${pieces.join('')}</svg>
<ul class="counts">${words.join('')}</ul>`;
}
