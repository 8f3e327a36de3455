/**
 * The report as one page that needs nothing else: no network, no file beside it. Its policy allows its own script and style
 * by their hashes and nothing more, so that whatever a file is called, it cannot become code. The script is packages/cli/page.
 */
import { createHash } from 'node:crypto';
import type { Rule } from '@bnguard/engine';
import type { Report } from '../../types.ts';
import { leaksOf } from '../../way-out/leaks.ts';
import { count } from '../words.ts';
import { worst, worstFirst } from '../worst.ts';
import { scriptJson, text } from './markup.ts';
import { overview } from './overview.ts';
import { pageScript, pageStyle } from './page-code.ts';
import { pageData } from './page-data.ts';
import { timeline } from './timeline.ts';

/** A page with more is slow to open, and nobody reads it. */
const mostFindings = 20_000;

export function* htmlReport(report: Report, rules: readonly Rule[]): Generator<string> {
  const { kept, cut } = worst(report.findings, mostFindings);
  const suppressed = worst(report.suppressed, mostFindings - kept.length);
  const names = [...new Set(report.findings.flatMap(({ repository }) => repository ?? []))];
  const name = names.length === 0 ? '' : names.length === 1 ? names[0]! : `${names.length} repositories`;
  const leaks = leaksOf(worstFirst(kept));
  const left = [
    ...(cut > 0 ? [count(cut, 'finding')] : []),
    ...(suppressed.cut > 0
      ? [`${count(suppressed.cut, 'finding')} that ${suppressed.cut === 1 ? 'was' : 'were'} set aside`]
      : []),
  ];
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(pageScript)}'; style-src '${hashOf(pageStyle)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(['bnguard', name].filter(Boolean).join(': '))}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#findings-title">Skip to the findings</a>
<header><div><h1>bnguard <span>report</span></h1><p>${text([name, `as of ${report.asOf.slice(0, 16).replace('T', ' ')} UTC`, `bnguard ${report.tool.version}`].filter(Boolean).join(' · '))}</p></div>
<button type="button" id="theme">Dark</button></header>
<main>
${overview(report, leaks)}
${timeline(leaks, report.asOf)}
${findingsSection(left)}
</main>
<footer><p>No value is in this page: at most the first four characters of a key, by which its owner knows it. bnguard explain RULE says more about each rule.</p></footer>
<div id="print"></div>
`;
  yield `<script type="application/json" id="data">${scriptJson(pageData([...kept, ...suppressed.kept], rules))}</script>\n`;
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

const hashOf = (source: string): string => `sha256-${createHash('sha256').update(source).digest('base64')}`;

function findingsSection(left: readonly string[]): string {
  const cut =
    left.length > 0
      ? `<p class="incomplete">${text(`${left.join(' and ')} left out of this page, the mildest ones. --format json has all.`)}</p>`
      : '';
  return `<section aria-labelledby="findings-title"><h2 id="findings-title" tabindex="-1">Findings</h2>${cut}
<noscript><p class="incomplete">The list needs this page’s own script. It loads nothing and sends nothing; bnguard scan --format text shows the same without.</p></noscript>
<div class="filters" role="search" aria-label="Filter findings">
<label class="wide">Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="path, rule, message, commit, fingerprint"></label>
<label>Rule <select id="rule"><option value="">all</option></select></label>
<label>At least <select id="severity"><option value="">any severity</option><option>critical</option><option>high</option><option>medium</option><option>low</option></select></label>
<label>State <select id="state"></select></label>
<label>Path <input id="path" type="search" autocomplete="off" spellcheck="false" placeholder="src/"></label>
<label>Written from <input id="from" type="date"></label>
<label>to <input id="to" type="date"></label>
<label>Order <select id="order"><option value="worst">worst first</option><option value="path">by path</option><option value="oldest">oldest first</option></select></label>
<button type="button" id="reset">Reset</button>
</div>
<p id="shown" role="status"></p>
<div class="split">
<div id="list" class="card" role="listbox" aria-label="Findings" tabindex="0" aria-describedby="keys"><div id="rows" role="presentation"></div></div>
<article id="details" class="card" tabindex="-1" aria-label="Details of the chosen finding"></article>
</div>
<p id="keys" class="muted">Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> details, <kbd>Esc</kbd> back.</p>
</section>`;
}
