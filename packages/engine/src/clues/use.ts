/** One use of a candidate → clues: what its names, its call and what stands beside it say. */
import type { Candidate, Use } from '../candidates/candidate.ts';
import { otherCalls } from '../rules/sdks.ts';
import { clue } from '../signals.ts';
import type { Call, Clue, Document, Environment, Reading } from '../types.ts';
import { besideEnvironment, exchangeClues, frameworkClues } from './beside.ts';
import { remarkedEnvironment } from './environment.ts';
import {
  binanceWord,
  credentialRole,
  meaningOf,
  meaningOfPath,
  type NameMeaning,
  serviceOfCallee,
  shown,
  shownPath,
} from './names.ts';
import { ccxtExchange, frameworkOf, isNamedOtherwise, isOtherSection, isPardoned } from './otherwise.ts';
import { calleeName, fixClues, slotClues, slotOf } from './slots.ts';
import type { Surroundings } from './surroundings.ts';
import { headerBeside, headsAbove, optionName } from './use-names.ts';

export interface WeighedUse {
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  readonly sentence: string;
  readonly stem: string;
  /** How much the use says; the most telling one is what the message names. */
  readonly telling: number;
}

export function weighUse(
  use: Use,
  candidate: Candidate,
  document: Document,
  reading: Reading,
  around: Surroundings,
): WeighedUse {
  const isPrivateKey = candidate.shape === 'private-key' || candidate.shape === 'encrypted-private-key';
  const outer = use.outer === true;
  const called = use.call ? slotOf(use, reading.imports) : undefined;
  const slot = called && outer ? { ...called, role: undefined } : called;
  const label = use.via === 'bare' && use.embedded;
  const steps = use.path.filter((step) => !/^\d*$/.test(step)).map((step) => (label ? identifierIn(step) : step));
  // An identifier is a name wherever it stands; only words are loose.
  const loose = label && !/^\w+$/.test(steps.at(-1) ?? '');
  const names = [...headsAbove(use, candidate, document, reading), ...(optionName(use, steps) ?? steps)];
  const setter = use.call && names.length === 0 && use.call.args.length === 1 ? [setterName(use.call.callee)] : [];
  const set = meaningOfPath(setter);
  // `setApiKey(…)` names its argument, `sign(…)` does not.
  const meaning = names.length > 0 ? meaningOfPath(names) : set.role && !set.use ? set : meaningOfPath([]);
  const calleeMeaning = use.call ? meaningOfPath(use.call.callee) : undefined;
  const clues: Clue[] = [];

  // The name of a whole text tells neither role nor use of one value in it.
  if (!isPrivateKey && !outer) clues.push(...roleClues(meaning, label, names.at(-1) ?? setter[0] ?? ''));
  if (meaning.binance === 'name') clues.push(clue('binance-name', `its ${label ? 'label' : 'name'} says Binance`));
  else if (meaning.binance === 'short')
    clues.push(clue('binance-short-name', 'its name has a common short form of Binance'));
  const says = label ? 'a remark beside it' : 'its name';
  if (meaning.use && !outer && !(loose && meaning.role) && !isPardoned(meaning, candidate.shape)) {
    // Hashes and signatures are hex or base64; `signature_secret` is a secret, but for signatures of something else.
    const random =
      candidate.shape === 'alnum64' &&
      (meaning.role === 'secret' ? /sign(?:er|ing)?$/i : /^_*(?:hash|sign|sig|signed|signature)_*$/i).test(
        names.at(-1) ?? '',
      );
    clues.push(clue(random ? 'unlikely-use' : 'other-use', `${says} says ${meaning.use}`));
  }
  if (meaning.vague && !outer && !loose && meaning.binance !== 'name')
    clues.push(clue('vague-name', 'its name may be of anything: a token, a password'));
  if (use.via !== 'bare' && !slot && meaning.binance === undefined && isOtherSection(use.path, around.sections))
    clues.push(clue('other-section', 'the section beside its own is Binance’s'));
  const framework = frameworkOf(names.at(-1) ?? '', around);
  if (framework && meaning.binance !== 'name' && !slot)
    clues.push(clue('other-use', `its name is that of ${framework}`));
  const otherCall = use.call && otherCalls.find(([callee]) => callee.test(use.call?.callee.join('.') ?? ''));
  if (otherCall) clues.push(clue('other-use', `${calleeName(use)} takes a secret for its ${otherCall[1]}`));
  const service =
    meaning.binance === 'name'
      ? undefined
      : (meaning.service ??
        (calleeMeaning?.binance === 'name'
          ? undefined
          : (calleeMeaning?.exchange ?? ccxtExchange(use) ?? serviceOfCallee(use.call?.callee.at(-1) ?? ''))));
  if (service && !slot?.sure && !(label && meaning.role)) clues.push(clue('other-service', `its name says ${service}`));
  const isItem = /^\d+$/.test(use.path.at(-1) ?? '');
  // The name of a list is not that of its items.
  if (!label && !outer && !isItem && meaning.foreign.length > 0 && names.length > 0)
    clues.push(clue('foreign-words', 'its name has words of its own'));
  else if (
    !label &&
    !slot &&
    meaning.binance === undefined &&
    calleeMeaning?.binance === undefined &&
    use.call &&
    // Who wraps Binance's API calls it by a word of his own.
    !around.clues.some(({ signal }) => signal === 'binance-api-word' || signal === 'binance-symbol') &&
    hasOwner(use.call)
  )
    clues.push(clue('foreign-words', 'what it stands in has a name of its own'));
  if (
    !label &&
    !outer &&
    meaning.binance === undefined &&
    names.length > 0 &&
    isNamedOtherwise(candidate, document, around)
  )
    clues.push(
      clue(
        meaning.foreign.length > 0 && !isItem ? 'named-for-other' : 'named-otherwise',
        'the file calls its Binance credentials by names that say so',
      ),
    );
  // Binance's header is another one; a relay of one's own may have its own.
  if (/^x[-_](?!mbx)[\w-]*(?:key|token|secret)$/i.test(names.at(-1) ?? '') && !isForBinance(use.call, document.text))
    clues.push(clue('other-service', 'it stands in a header of another service'));
  const header = /mbx-?_?apikey|binancepay-?_?certificate-?_?sn/i.exec(
    [...names, ...headerBeside(use)].join('-').replace(/\s/g, ''),
  );
  if (header) {
    const name = /mbx/i.test(header[0]) ? 'X-MBX-APIKEY' : 'BinancePay-Certificate-SN';
    clues.push(
      clue('mbx-header', `it stands in the header ${name}`),
      clue('header-role', `the header ${name} carries API keys`, 'api-key'),
      clue('credential-name', `its name is ${name}`),
    );
  }
  if (slot) clues.push(...slotClues(slot, isPrivateKey));
  else if (calleeMeaning?.binance === 'name')
    clues.push(clue('sdk-like-call', `it is an argument of ${calleeName(use)}`));
  clues.push(...fixClues(use.path, candidate, document.text, around));
  clues.push(...exchangeClues(use, around), ...frameworkClues(use, document.path));

  const spoken = spokenEnvironment(use, label, names.at(-1) ?? '', meaning);
  const beside = besideEnvironment(use, around);
  // `paper` may be an account's name; `testnet` beside it is nothing else.
  const environment = spoken === 'unknown' || (spoken === 'demo' && beside === 'testnet') ? beside : spoken;
  const role = isPrivateKey || outer ? undefined : credentialRole(meaning.role);
  const telling = slot ? 9 : names.length > 0 ? (label ? 2 : 5) + (role ? 2 : 0) : use.call ? 1 : 0;
  return { clues, environment, sentence: sentenceOf(use, names, document.text), stem: meaning.stem, telling };
}

function spokenEnvironment({ isRemark }: Use, label: boolean, name: string, { environment }: NameMeaning): Environment {
  // Of what somebody remarked only what makes a key harmless needs proof.
  if (isRemark) return environment === 'live' ? environment : remarkedEnvironment(name);
  // A line of code above, `useTestnet = false`, is no label of an environment.
  return label && /[=(]/.test(name) ? 'unknown' : environment;
}

/** The beginning of a request, where its address is. */
const addressReach = 300;

const isForBinance = (call: Call | undefined, text: string): boolean =>
  call !== undefined &&
  binanceWord.test(text.slice(call.span.start, Math.min(call.span.end, call.span.start + addressReach)));

const settingUp = /^(?:config|configure|init|initialize|setup|set_?up)$/i;

/** `new AcmeClient({ … })`, `acme.config({ … })`: a client or a module that is called by a word of its own. */
function hasOwner({ callee }: Call): boolean {
  const last = callee.at(-1) ?? '';
  const named = /^[A-Z]\w*(?:Client|A[Pp][Ii]|S[Dd][Kk])$/.test(last)
    ? last
    : settingUp.test(last)
      ? callee.at(-2)
      : undefined;
  // BinaCPP and its like are Binance's.
  return (
    named !== undefined &&
    !/^bina/i.test(named) &&
    meaningOf(named).foreign.some((word) => !/^(?:sdk|api|client)$/.test(word))
  );
}

function roleClues(meaning: NameMeaning, label: boolean, name: string): Clue[] {
  const role = credentialRole(meaning.role);
  if (!role || (meaning.vague && meaning.role === 'key')) return [];
  const called = `it is ${label ? 'labelled' : 'named'} ${label ? shownLabel(name) : shown(name)}`;
  if (meaning.role === 'key') return [clue('key-name', called), clue('role-key', called, 'api-key')];
  return [clue('credential-name', called), clue(label ? 'role-label' : 'role-name', called, role)];
}

/** Labels are prose: shown only when they are short and plain. */
function shownLabel(label: string): string {
  return /^[^\d]{1,40}$/.test(label) ? `“${label}”` : 'by a label';
}

/** `gh secret set BINANCE_API_KEY --body`: an identifier that tells a role names more exactly than the words around it. */
function identifierIn(label: string): string {
  const last = /(?:^|[^\w.])([A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+)$/.exec(label)?.[1];
  if (last !== undefined) return last;
  const found = label.match(/\b[A-Za-z]+(?:_[A-Za-z0-9]+)+\b/g)?.findLast((name) => meaningOf(name).role !== undefined);
  return found ?? label;
}

/** `setApiKey` and `withApiKey` name their argument. */
function setterName(callee: readonly string[]): string {
  const last = callee.at(-1) ?? '';
  const named = last.replace(/^(?:set|with|add|put|use)_?(?=[A-Z_a-z])/i, '');
  // A builder's method names its argument; a function such as `SecretStr(…)` names what it makes.
  return named !== last || callee.length > 1 ? named : '';
}

/** How the message names the use: `passed as argument 2 of new Spot(…)`. */
function sentenceOf(use: Use, names: readonly string[], text: string): string {
  const name = shownPath(names);
  if (use.call) {
    const constructing = /\bnew\s+\\?$/.test(text.slice(Math.max(0, use.call.span.start - 6), use.call.span.start))
      ? 'new '
      : '';
    const callee = `${constructing}${shownPath(use.call.callee)}(…)`;
    if (names.length > 0) return `passed as ${name} to ${callee}`;
    return `passed as argument ${String(Number(use.path[0] ?? 0) + 1)} of ${callee}`;
  }
  if (names.length === 0) return 'standing alone';
  if (use.via === 'bare')
    return use.embedded ? `after ${shownLabel(names.at(-1) ?? '').replace(/^by /, '')}` : `after ${name}`;
  if (use.via === 'column') return `in column ${name}`;
  if (use.via === 'header' || /^x-/i.test(names.at(-1) ?? '')) return `in header ${name}`;
  return use.via === 'entry' ? `in entry ${name}` : `assigned to ${name}`;
}
