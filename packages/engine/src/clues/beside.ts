/** What stands beside a value: entries that name an exchange, a bot’s file, words, other values, an environment. */
import type { Candidate, Use } from '../candidates/candidate.ts';
import { linesAround } from '../lines.ts';
import { clue } from '../signals.ts';
import { hasBetween } from '../sorted.ts';
import type { Binding, Call, Clue, Document, Environment, Span } from '../types.ts';
import { agreed, bindingEnvironment } from './environment.ts';
import type { Surroundings } from './surroundings.ts';

const callEnvironments = new WeakMap<Call, ReturnType<typeof environmentsIn>>();

/** `testnet: true` beside it in the call or the mapping, a base URL, a row's other cells. */
export function besideEnvironment(
  { call, container, path }: Pick<Use, 'call' | 'container' | 'path'>,
  { containers }: Surroundings,
): Environment {
  if (!call) return containers.get(container) ?? 'unknown';
  let known = callEnvironments.get(call);
  if (!known) callEnvironments.set(call, (known = environmentsIn(call)));
  // What an option says of the options beside it and below, it does not say of the next item's.
  return agreed(
    known.filter(({ parent }) => parent.every((step, i) => step === path[i])).map(({ environment }) => environment),
  );
}

const maxTelling = 50;

/** The arguments and options of a call that tell an environment, with the path of the mapping that they stand in. */
function environmentsIn(call: Call): { readonly parent: readonly string[]; readonly environment: Environment }[] {
  return call.args
    .map((arg) => ({ parent: arg.path.slice(0, -1), environment: bindingEnvironment(arg) }))
    .filter(({ environment }) => environment !== 'unknown')
    .slice(0, maxTelling);
}

export function exchangeClues(use: Pick<Binding, 'container' | 'path'>, { exchangesBeside }: Surroundings): Clue[] {
  const [only, another] = exchangesBeside(use.container, use.path.slice(0, -1).join('\0'));
  if (only === undefined || another !== undefined) return [];
  return only === 'binance'
    ? [clue('exchange-entry', 'the entry beside it says Binance')]
    : [clue('other-service', `the entry beside it says ${only}`)];
}

/** Trading bots that read Binance keys from a file of a known name, at a path that does not say Binance. */
const frameworks: readonly (readonly [file: RegExp, path: RegExp, bot: string])[] = [
  [/(?:^|\/)user\.cfg(?:\.\w+)?$/, /^binance_user_config\./, 'binance-trade-bot'],
  [/(?:^|\/)creds[\w.-]*\.ya?ml$/, /^(?:prod|test)\.(?:access|secret)_key$/, 'the volatility trading bot'],
  [/(?:^|\/)api-keys(?:[\w.-]*)\.json$/, /\.(?:key|secret)$/, 'passivbot'],
  [/(?:^|\/)connect_binance\w*\.json$/, /^(?:key|secret)$/, 'vn.py'],
];

/** The bots that read their keys from a file of this name. */
export function botsReading(path: string): readonly string[] {
  return frameworks.filter(([file]) => file.test(path)).map(([, , bot]) => bot);
}

export function frameworkClues(use: Use, path: string): Clue[] {
  const bots = botsReading(path);
  if (bots.length === 0) return [];
  const steps = use.path.join('.');
  const found = frameworks.find(([, entry, bot]) => bots.includes(bot) && entry.test(steps));
  return found ? [clue('framework-entry', `it stands where ${found[2]} reads its key`)] : [];
}

const credentialWords = /api|secret|key|token|credential|passphrase|密钥|秘钥|私钥/i;

export function nearClues(
  { span }: Candidate,
  neighbours: readonly Candidate[],
  { text }: Document,
  around: Surroundings,
): Clue[] {
  const clues: Clue[] = [];
  const close = linesAround(text, span, 3);
  if (
    neighbours.some(
      (other) => other.span.start !== span.start && other.span.start >= close.start && other.span.end <= close.end,
    )
  ) {
    clues.push(clue('other-half', 'another value of its shape stands within three lines'));
  }
  if (
    credentialWords.test(text.slice(close.start, span.start)) ||
    credentialWords.test(text.slice(span.end, close.end))
  )
    clues.push(clue('words-near', 'a credential word stands within three lines'));
  if (isNear(text, span, around)) clues.push(clue('binance-near', 'Binance is named within ten lines'));
  return clues;
}

/** Whether Binance is named within ten lines. */
export function isNear(text: string, span: Span, { mentions }: Pick<Surroundings, 'mentions'>): boolean {
  const { start, end } = linesAround(text, span, 10);
  return hasBetween(mentions, start, end);
}
