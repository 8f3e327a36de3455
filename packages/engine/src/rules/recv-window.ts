/** Replay windows: how long after its timestamp a signed request is still taken. Not clocks that are off. */
import { meaningOfPath } from '../clues/names.ts';
import { exchangeOf } from '../risks/settings/exchange-of.ts';
import { occurrences } from '../risks/calls/parts.ts';
import { folded } from '../risks/subject.ts';
import { isCompared, numberOf } from '../risks/settings/values.ts';
import { clue } from '../signals.ts';
import type { Call, Rule, Setting, Span, Subject } from '../types.ts';

/** In milliseconds. Source: Binance’s REST API, “Timing security”. */
const mostAllowed = 60_000;

/** `WithRecvWindow(…)`, `put("recvWindow", …)` */
function nameOfArgument({ callee, args }: Call, path: readonly string[]): string | undefined {
  if (path.length !== 1) return undefined;
  if (path[0] === '0') return callee.at(-1);
  const [first] = args;
  return path[0] === '1' && first?.path[0] === '0' && first.value.kind === 'text'
    ? first.value.text.slice(0, 40)
    : undefined;
}

interface Window {
  readonly span: Span;
  readonly name: string;
  /** In milliseconds. */
  readonly window: number;
}

const setting = /(?:recv|receive)window(?:ms|millis|milliseconds)?$/;
/** `5000 * 60`, `90000u64` */
const product = /^(\d[\d_]{0,15})(?:[lLn]|[iu]\d+)?((?:\s{0,4}\*\s{0,4}\d[\d_]{0,15}){0,6})(?![\w.]*[\w.*/+-])/;
/** `TimeSpan.FromSeconds(120)`, `Duration::from_secs(120)`, `timedelta(seconds=120)`, `120 * time.Second` */
const duration =
  /^[\w.:]{0,40}?(?:from|of)?_?(milli|second|sec|minute|min)\w{0,12}\(\s{0,4}(\d[\d_]{0,12})\s{0,4}[lL]?\s{0,4}\)|^timedelta\((\w+)=(\d{1,12})\)/i;

/** What stands there; undefined where it is no number. */
function windowAt({ value, span, path }: Setting, { document: { text } }: Subject): Window | undefined {
  const source = text.slice(span.start, Math.min(text.length, span.start + 120));
  const told = (window: number, length = 0): Window => ({
    span: { start: span.start, end: Math.max(span.end, span.start + length) },
    name: path.join('.'),
    window,
  });
  const factors = product.exec(source);
  if (factors && factors[2] !== '') {
    const all = [factors[1]!, ...factors[2]!.split('*').slice(1)];
    return told(
      all.reduce((sum, one) => sum * numberIn(one), 1),
      factors[0].length,
    );
  }
  const time = duration.exec(source);
  if (time) {
    const unit = (time[1] ?? time[3] ?? '').toLowerCase();
    const count = numberIn(time[2] ?? time[4] ?? '');
    return told(count * (unit.startsWith('milli') ? 1 : unit.startsWith('s') ? 1000 : 60_000), time[0].length);
  }
  const window = numberOf(value) ?? (factors && value.kind !== 'list' ? numberIn(factors[1]!) : undefined);
  return window === undefined ? undefined : told(window);
}

function numberIn(text: string): number {
  return Number(text.trim().replaceAll('_', ''));
}

const nameHas = /rec(?:ei)?ve?[_-]?window/i;
/** `new(o => o.ReceiveWindow = TimeSpan.FromMinutes(10))`: what a function in an argument sets. */
const assigned = /\.(?:recv|receive)_?window\s{0,3}=\s{0,3}(?=[A-Z\d])/gi;
const inQuery = /\brecv_?window(?:=|%3D)(\d[\d_]{0,15})(?![\w.])/gi;

function* windowsIn(subject: Subject): Generator<Window> {
  const settings = subject.settings.filter((one) => !isOfOthers(one, subject));
  // A tag’s end is no comparison.
  const isXml = subject.reading.language === 'xml';
  // `WithRecvWindow(90000)` and `.recv_window(90000)` are settings too.
  const named = settings.filter(
    ({ name, call, path }) =>
      setting.test(name) || (call && name === '' && setting.test(folded(nameOfArgument(call, path) ?? ''))),
  );
  const referred = new Set(named.map(({ value }) => (value.kind === 'ref' ? value.path.at(-1) : undefined)));
  for (const one of named) {
    const window = windowAt(one, subject);
    if (window && (isXml || !isCompared(subject.document.text, one.span))) yield window;
  }
  // A number that has another name, and is given to it by that: `const LATE = 90000`, `{ recvWindow: LATE }`.
  for (const one of settings) {
    if (one.via === 'argument' || !referred.has(one.path.at(-1))) continue;
    const window = windowAt(one, subject);
    if (window && !isCompared(subject.document.text, one.span)) yield window;
  }
  for (const { part, match, at } of occurrences(subject, assigned)) {
    const { start } = part.source({ start: at + match[0].length, end: at + match[0].length });
    const place = { start, end: start };
    const window = windowAt(
      {
        path: ['recvWindow'],
        name: 'recvwindow',
        container: 0,
        via: 'assign',
        value: { kind: 'unknown' },
        span: place,
      },
      subject,
    );
    if (window) yield window;
  }
  for (const { part, match, at } of occurrences(subject, inQuery)) {
    const digits = match[1]!;
    const start = at + match[0].length - digits.length;
    const span = part.source({ start, end: start + digits.length });
    yield { span, name: 'recvWindow', window: Number(digits.replaceAll('_', '')) };
  }
}

/** Bybit and others have a window of that name too. */
function isOfOthers(setting: Setting, subject: Subject): boolean {
  if (!nameHas.test(setting.path.join('.'))) return false;
  const { binance, exchange } = meaningOfPath([...(setting.call?.callee ?? []), ...setting.path]);
  const beside = exchangeOf(setting, subject);
  return beside === undefined ? binance !== 'name' && exchange !== undefined : beside !== 'binance';
}

export const recvWindow: Rule = {
  id: 'recv-window',
  title: 'Replay window over the maximum',
  severity: 'info',
  finds: 'A `recvWindow` of more than 60,000 milliseconds, in any SDK, request or configuration.',
  why: 'Binance takes a signed request for as long after its timestamp as `recvWindow` says, and whoever records one can send it again in that time. More than 60,000 ms is refused, so the bot fails; 5,000 ms is the default and enough.',
  advice: [
    'Set `recvWindow` to 5000, or leave it out.',
    'If requests fail with -1021, synchronise the clock instead of widening the window.',
  ],
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/rest-api/endpoint-security-type'],
  *look(subject) {
    const seen = new Set<number>();
    for (const { span, name, window } of windowsIn(subject)) {
      if (window <= mostAllowed || seen.has(span.start)) continue;
      seen.add(span.start);
      yield {
        span,
        name,
        message: `A recvWindow of ${String(window)} ms; Binance takes ${String(mostAllowed)} at most`,
        clues: [clue('binance-setting', 'recvWindow is a parameter of Binance’s API')],
      };
    }
  },
  examples: {
    leaks: [
      {
        path: 'bot.js',
        text: "const Binance = require('node-binance-api');\nconst binance = new Binance().options({ recvWindow: «600000» });",
      },
      { path: 'config.yml', text: 'binance:\n  recv_window: «120000»' },
      { path: '.env', text: 'BINANCE_RECV_WINDOW=«90000»' },
      {
        path: 'bot.tf',
        text: 'resource "kubernetes_deployment" "bot" {\n  env {\n    name  = "BINANCE_RECV_WINDOW"\n    value = «"90000"»\n  }\n}',
      },
      { path: 'bot.py', text: 'import binance\nclient.get_account(recvWindow=«60_001»)' },
      { path: 'bot.py', text: 'import binance\nclient.get_account(recvWindow=«5000 * 60»)' },
      { path: 'main.go', text: 'package main\nres, err := s.Do(ctx, binance.WithRecvWindow(«90000»))' },
      {
        path: 'Bot.cs',
        text: 'using Binance.Net;\nvar o = new BinanceRestOptions { ReceiveWindow = «TimeSpan.FromSeconds(120)» };',
      },
      { path: 'cancel.sh', text: 'q="symbol=BTCUSDT&recvWindow=«300000»&timestamp=$(date +%s000)"' },
      {
        path: 'bot.ts',
        text: "import { MainClient } from 'binance';\nconst LATE = «90000»;\nexport const client = new MainClient({ recvWindow: LATE });",
      },
      { path: 'config.xml', text: '<exchange name="binance"><recvWindow>«90000»</recvWindow></exchange>' },
      { path: 'application.yml', text: 'binance:\n  recv-window: «90000»' },
      { path: 'compose.yaml', text: 'services:\n  bot:\n    command: ["bot", "--binance-recv-window=«90000»"]' },
      {
        path: 'Make.cs',
        text: 'using Binance.Net.Clients;\nclass Make { BinanceRestClient Go() => new(o => o.ReceiveWindow = «TimeSpan.FromMinutes(2)»); }',
      },
    ],
    clean: [
      { path: 'venues.yml', text: 'binance:\n  recv_window: 5000\nbybit:\n  recv_window: 90000' },
      { path: 'bot.js', text: "const binance = require('node-binance-api')().options({ recvWindow: 60000 });" },
      { path: 'config.yml', text: 'binance:\n  recv_window: 5000' },
      { path: 'bot.py', text: 'client.get_account(recvWindow=window)' },
      { path: 'bot.js', text: 'fetch(`https://api.binance.com/api/v3/order?recvWindow=5000&timestamp=${t}`);' },
    ],
    missed: [
      {
        path: 'bot.py',
        text: 'import binance\nclient.get_account(recvWindow=minutes * 60000)',
        because: 'what a name is when it runs is not known',
      },
    ],
  },
};
