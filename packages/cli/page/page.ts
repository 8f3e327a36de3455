/**
 * The script of the HTML report: filters, a list of which only the rows in view exist, details, keys, theme, print. It
 * loads nothing and sends nothing. Bundled into src/reports/html/page-code.ts by `npm run docs`.
 */
import type { PageData, PageFinding } from '../src/reports/html/page-data.ts';
import { count } from '../src/reports/words.ts';
import { isCredential } from '../src/way-out/leaks.ts';
import { detailsOf, facts, leakOf, placeOf, wayOutList } from './details.ts';
import { byId, make } from './elements.ts';
import { dayOf, filtered, states } from './filter.ts';

const rowHeight = 78;
/** Rows beyond the view on either side, so that scrolling shows no gaps. */
const spare = 6;
/** On paper. */
const most = { printed: 3000, steps: 5 } as const;

const data = JSON.parse(byId('data', HTMLScriptElement).text) as PageData;
const all = data.findings;
const list = byId('list', HTMLDivElement);
const rows = byId('rows', HTMLDivElement);
const details = byId('details', HTMLElement);
const shownText = byId('shown', HTMLElement);
const search = byId('search', HTMLInputElement);
const path = byId('path', HTMLInputElement);
const from = byId('from', HTMLInputElement);
const to = byId('to', HTMLInputElement);
const rule = byId('rule', HTMLSelectElement);
const severity = byId('severity', HTMLSelectElement);
const state = byId('state', HTMLSelectElement);
const order = byId('order', HTMLSelectElement);

let shown: PageFinding[] = [];
let chosen = -1;

function fillChoices(): void {
  const rules = [...new Set(all.map((finding) => finding.rule))].sort();
  rule.append(...rules.map((id) => new Option(id, id)));
  const some = states.filter(({ has }) => all.some(has));
  state.append(...some.map(({ id, name }) => new Option(name, id)), new Option('any', ''));
}

function apply(): void {
  shown = filtered(all, {
    ...{ search: search.value, path: path.value, from: from.value, to: to.value },
    ...{ rule: rule.value, severity: severity.value, state: state.value, order: order.value },
  });
  shownText.textContent =
    shown.length === all.length
      ? count(all.length, 'finding')
      : `${count(shown.length, 'finding')} of ${count(all.length, 'finding')}`;
  rows.style.height = `${shown.length * rowHeight}px`;
  list.scrollTop = 0;
  choose(0);
}

/** Makes the rows in view, and the chosen one wherever it is: what is announced must exist. */
function paint(): void {
  const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - spare);
  const last = Math.min(shown.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + spare);
  const wanted = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (chosen >= 0 && chosen < shown.length && (chosen < first || chosen >= last)) wanted.push(chosen);
  rows.replaceChildren(...wanted.map(rowOf));
}

function rowOf(i: number): HTMLElement {
  const finding = shown[i]!;
  const name = make('b', '', [finding.rule, finding.masked].filter(Boolean).join(' '));
  const row = make(
    'div',
    'row',
    make(
      'div',
      '',
      make('span', `pill ${finding.severity}`, finding.severity),
      ' ',
      name,
      finding.suppression ? ' (set aside)' : '',
    ),
    make('div', '', finding.message),
    make('div', 'where', [placeOf(finding), dayOf(finding)].filter(Boolean).join(' · ')),
  );
  row.id = `row-${i}`;
  row.style.top = `${i * rowHeight}px`;
  row.dataset['index'] = String(i);
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', String(i === chosen));
  row.setAttribute('aria-setsize', String(shown.length));
  row.setAttribute('aria-posinset', String(i + 1));
  return row;
}

function choose(i: number): void {
  chosen = shown.length === 0 ? -1 : Math.min(Math.max(i, 0), shown.length - 1);
  const finding = shown[chosen];
  if (!finding) {
    list.removeAttribute('aria-activedescendant');
    details.replaceChildren(make('p', 'muted', all.length === 0 ? 'No findings.' : 'Nothing fits the filters.'));
    paint();
    return;
  }
  const top = chosen * rowHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
  paint();
  list.setAttribute('aria-activedescendant', `row-${chosen}`);
  details.replaceChildren(...detailsOf(finding, data, show));
  details.scrollTop = 0;
}

/** Chooses a finding also where the filters hide it: then they are reset. */
function show(finding: PageFinding): void {
  if (!shown.includes(finding)) reset();
  choose(shown.indexOf(finding));
}

function reset(): void {
  for (const input of [search, path, from, to]) input.value = '';
  for (const choice of [rule, severity, state, order]) choice.selectedIndex = 0;
  apply();
}

function onListKey(event: KeyboardEvent): void {
  const page = Math.max(1, Math.floor(list.clientHeight / rowHeight) - 1);
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  const step = steps[event.key];
  if (step !== undefined) choose(chosen + step);
  else if (event.key === 'Enter') details.focus();
  else return;
  event.preventDefault();
}

function onPageKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    search.focus();
  } else if (event.key === 'Escape' && (event.target === search || details.contains(event.target as Node)))
    list.focus();
}

function showFragment(): void {
  const print = location.hash.slice(1);
  const finding = all.find(({ fingerprint }) => fingerprint === print);
  if (!finding) return;
  show(finding);
  list.scrollIntoView({ block: 'nearest' });
  list.focus({ preventScroll: true });
}

/** What is shown, as paper wants it: every finding in brief, then the way out of each leak. */
function layOutForPrint(): void {
  const print = byId('print', HTMLDivElement);
  const brief = shown
    .slice(0, most.printed)
    .map((finding) =>
      make(
        'article',
        '',
        make('div', 'facts', ...facts(finding)),
        make('p', '', make('b', '', [finding.rule, finding.masked].filter(Boolean).join(' ')), ` ${finding.message}.`),
        make('p', 'mono', placeOf(finding)),
      ),
    );
  const more = shown.length - brief.length;
  const leaks = new Map(
    shown
      .filter(isCredential)
      // One pass: which findings make one leak is only asked of those whose steps are printed.
      .toReversed()
      .map((finding) => [[finding.fingerprint, finding.pair ?? ''].sort().join(' '), finding]),
  );
  const ways = [...leaks.values()].slice(0, most.steps).map((finding) => {
    const leak = leakOf(finding, data);
    const name = leak.halves.map((half) => [half.rule, half.masked].filter(Boolean).join(' ')).join(' and ');
    return make('article', 'long', make('h3', '', `The way out: ${name}`), wayOutList(leak));
  });
  const others = leaks.size - ways.length;
  print.replaceChildren(
    ...brief,
    ...(more > 0 ? [make('p', '', `And ${count(more, 'other finding')}.`)] : []),
    ...ways,
    ...(others > 0
      ? [make('p', '', `The same steps for ${count(others, 'other leak')}: filter for them, then print.`)]
      : []),
  );
}

function setTheme(): void {
  const button = byId('theme', HTMLButtonElement);
  const isDark = (): boolean =>
    (document.documentElement.dataset['theme'] ??
      (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const name = (): void => void (button.textContent = isDark() ? 'Light' : 'Dark');
  button.addEventListener('click', () => {
    document.documentElement.dataset['theme'] = isDark() ? 'light' : 'dark';
    name();
  });
  name();
}

fillChoices();
setTheme();
for (const input of [search, path, from, to]) input.addEventListener('input', apply);
for (const choice of [rule, severity, state, order]) choice.addEventListener('change', apply);
byId('reset', HTMLButtonElement).addEventListener('click', reset);
list.addEventListener('scroll', paint, { passive: true });
list.addEventListener('keydown', onListKey);
list.addEventListener('click', (event) => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.row') : null;
  if (row) choose(Number(row.dataset['index']));
});
document.addEventListener('keydown', onPageKey);
window.addEventListener('hashchange', showFragment);
window.addEventListener('resize', paint);
window.addEventListener('beforeprint', layOutForPrint);
apply();
showFragment();
