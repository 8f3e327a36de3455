/** Candidate + its document → clues. Every sentence names what was seen, never a value. */
import type { Candidate, Use } from './candidates/candidate.ts';
import { isProse } from './candidates/keys.ts';
import { bindingEnvironment, environmentNear } from './environment.ts';
import {
  binanceWord,
  credentialRole,
  meaningOf,
  meaningOfPath,
  serviceOfCallee,
  shown,
  shownPath,
  type NameMeaning,
} from './names.ts';
import { otherCalls, sdkCalls, signingCalls, type ArgumentRole, type SdkCall } from './rules/sdks.ts';
import { clue } from './signals.ts';
import { hasBetween } from './sorted.ts';
import { linesAround, lineStart } from './lines.ts';
import type { Surroundings } from './surroundings.ts';
import type { Call, Clue, Document, Environment, Reading, Shape } from './types.ts';

export interface Weighed {
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  readonly use: string;
  readonly stem: string;
}

/** Everything that speaks for or against the candidate in its document. */
export function weigh(
  candidate: Candidate,
  neighbours: readonly Candidate[],
  document: Document,
  reading: Reading,
  around: Surroundings,
): Weighed {
  const clues: Clue[] = [
    shapeClue(candidate),
    // Private keys serve every API: what this one looks like says nothing of them.
    ...around.clues.filter(({ group }) => candidate.algorithm === undefined || group !== 'api-word'),
  ];
  if (candidate.shape === 'passphrase') clues.push(clue('any-passphrase', 'a passphrase may be for any private key'));
  if (candidate.algorithm !== undefined) clues.push(...privateKeyClues(candidate.algorithm, document.path));
  const uses = candidate.uses.map((use) => weighUse(use, candidate, document, reading, around));
  // What is no key is told by its place; its name can only say whose it is.
  const isKey = !otherShapes.has(candidate.shape);
  const isAlias = (index: number): boolean => candidate.uses[index]?.alias === true;
  const tellsRole = uses.some((use, index) => !isAlias(index) && use.clues.some(({ role }) => role !== undefined));
  for (const [index, use] of uses.entries()) {
    // Its own name tells more than another that stands for it, and what that says against it is of what is made of it.
    const heard = ({ bits, role }: Clue): boolean => !isAlias(index) || (bits > 0 && !(tellsRole && role));
    clues.push(...use.clues.filter((one) => (isKey || one.question === 'binance') && heard(one)));
  }
  clues.push(...nearClues(candidate, neighbours, document, around));
  const best = [...uses].sort((a, b) => b.telling - a.telling)[0];
  const used = uses.find((use) => use.environment !== 'unknown')?.environment;
  const told = used ?? environmentNear(document.text, candidate.span, isProse(reading.language), around);
  const environment = told === 'unknown' ? around.environment : told;
  return {
    clues: settled(clues),
    environment,
    use: best?.sentence ?? 'standing alone',
    stem: uses.find(({ stem, telling }) => stem !== '' && telling > 0)?.stem ?? '',
  };
}

const otherShapes: ReadonlySet<Shape> = new Set(['listen-key', 'passphrase', 'signature']);

function shapeClue({ shape, algorithm }: Candidate): Clue {
  switch (shape) {
    case 'alnum64':
      return clue('random-64', '64 mixed letters and digits, as Binance makes keys');
    case 'hex64':
      return clue('hex-64', '64 hex digits, as the futures testnet makes keys and as every SHA-256 looks');
    case 'private-key':
    case 'encrypted-private-key':
      return clue(
        'private-key-body',
        `a private key${algorithm === 'rsa' ? ' (RSA)' : algorithm === 'ed25519' ? ' (Ed25519)' : ''} that parses`,
      );
    case 'listen-key':
      return clue('listen-key', 'a key of a user data stream by its name or URL');
    case 'passphrase':
      return clue('passphrase', 'a text that is named the passphrase of a private key');
    case 'signature':
      return clue('signature', 'the signature of a request with its API key');
    default:
      return shape satisfies never;
  }
}

function privateKeyClues(algorithm: string, path: string): Clue[] {
  const clues = [
    clue('any-private-key', 'a private key may be for anything'),
    clue('role-private-key', 'it is a private key', 'private-key'),
  ];
  if (algorithm !== 'rsa' && algorithm !== 'ed25519')
    clues.push(clue('other-use', 'Binance takes Ed25519 and RSA keys, and this is neither'));
  // A key's file is named for its use; a program's for what it does, `session.py`.
  if (/\.(?:py|[cm]?[jt]sx?|go|java|kt|cs|rs|rb|php|swift|dart|scala|cpp|c|h)$/i.test(path)) return clues;
  const [folder, file] = ['', ...path.split('/')].slice(-2).map((step) => meaningOf(step));
  const other = file?.binance ? undefined : (file?.use ?? file?.service ?? folder?.use);
  if (other) clues.push(clue('other-use', `its path says ${other}`));
  return clues;
}

/** What a call or a header says outweighs what names only hint at. */
function settled(clues: readonly Clue[]): readonly Clue[] {
  const has = (...signals: string[]): boolean => clues.some(({ signal }) => signals.includes(signal));
  const called = has('sdk-call', 'mbx-header', 'signing-slot');
  const own = clues.some(({ group }) => group === 'own');
  return clues.filter(
    ({ group, signal }) =>
      !(own && (group === 'foreign' || group === 'otherwise' || group === 'section')) &&
      !(called && (signal === 'other-use' || signal === 'vague-name')),
  );
}

interface WeighedUse {
  readonly clues: readonly Clue[];
  readonly environment: Environment;
  readonly sentence: string;
  readonly stem: string;
  /** How much the use says; the most telling one is what the message names. */
  readonly telling: number;
}

function weighUse(
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
  // Binance's header is another one.
  if (/^x[-_](?!mbx)[\w-]*(?:key|token|secret)$/i.test(names.at(-1) ?? ''))
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

  // A line of code above, `useTestnet = false`, is no label of an environment.
  const spoken = label && /[=(]/.test(names.at(-1) ?? '') ? 'unknown' : meaning.environment;
  const beside = besideEnvironment(use, around);
  // `paper` may be an account's name; `testnet` beside it is nothing else.
  const environment = spoken === 'unknown' || (spoken === 'demo' && beside === 'testnet') ? beside : spoken;
  const role = isPrivateKey || outer ? undefined : credentialRole(meaning.role);
  const telling = slot ? 9 : names.length > 0 ? (label ? 2 : 5) + (role ? 2 : 0) : use.call ? 1 : 0;
  return { clues, environment, sentence: sentenceOf(use, names, document.text), stem: meaning.stem, telling };
}

/** `addValue(key, forHTTPHeaderField: "X-MBX-APIKEY")`: the header that another argument names. */
function headerBeside({ call, path }: Use): string[] {
  if (!call || call.args.length > 4) return [];
  return call.args.flatMap(({ path: other, value }) =>
    value.kind === 'text' && other !== path && /^x-mbx-apikey:?$/i.test(value.text.trim()) ? [value.text] : [],
  );
}

/** Secrets of web frameworks that are called as Binance's are, and what shows that the file is the framework's. */
const frameworkSecrets: readonly (readonly [name: RegExp, text: RegExp, framework: string])[] = [
  [/^secret_key$/i, /\bINSTALLED_APPS\b|\bALLOWED_HOSTS\b|\bdjango\b|\bflask\b/i, 'Django’s or Flask’s secret'],
  [/^secret_key_base$/i, /(?:)/, 'Rails’ secret'],
  [/^credentialSecret$/, /(?:)/, 'Node-RED’s secret'],
  [/^application_secret$/i, /(?:)/, 'Play’s secret'],
  [/^(?:secure_)?(?:auth|logged_in|nonce)_(?:key|salt)$/i, /(?:)/, 'WordPress'],
  [/^secret_key$/i, /^\s*\[security\]/m, 'Grafana’s secret'],
];

function frameworkOf(name: string, { has }: Surroundings): string | undefined {
  return frameworkSecrets.find(([called, shows]) => called.test(name) && has(shows))?.[2];
}

/** The exchange that a class of ccxt is for, which is not Binance: `ccxt.coinbaseexchange(…)`. */
function ccxtExchange({ call }: Use): string | undefined {
  const name = /(?:^|\.)ccxt(?:pro)?(?:\.(?:pro|async_support|async|rest))*\.(\w+)$/i.exec(
    call?.callee.join('.') ?? '',
  )?.[1];
  return name === undefined || /^(?:new)?binance|^exchange$/i.test(name) ? undefined : shown(name);
}

/** Plain names of sections that may be Binance's as well as any. */
const plainSection =
  /^(?:exchanges?|accounts?|api|apis|keys?|credentials?|creds|secrets?|config|settings|default|live|test|testnet|prod|production|main|old|new|backup|spare|second|other|alt|unused|user|auth|env|environment|data|\d+)$/i;

/** Whether the value stands in one section of the file, and Binance's settings in another of the same level. */
function isOtherSection(path: readonly string[], sections: readonly (readonly string[])[]): boolean {
  return sections.some((own) => {
    const level = own.length - 1;
    const step = path[level];
    return (
      path.length > level + 1 &&
      step !== undefined &&
      !plainSection.test(step) &&
      own.slice(0, level).every((above, i) => above === path[i])
    );
  });
}

/** Whether the file has names such as `BINANCE_API_KEY`, and none of them on the candidate's line. */
function isNamedOtherwise({ span }: Candidate, { text }: Document, { namesOwn }: Surroundings): boolean {
  if (!namesOwn) return false;
  const { start, end } = linesAround(text, span, 0);
  return !binanceWord.test(text.slice(start, span.start)) && !binanceWord.test(text.slice(span.end, end));
}

/** Whether a name that tells another use may still be a key's: `BINANCE_SIGNING_SECRET`, and not `BINANCE_JWT_SECRET`. */
function isPardoned({ use, role, binance }: NameMeaning, shape: Shape): boolean {
  if (role === 'private-key') return shape !== 'hex64' || use !== 'wallet';
  return (
    binance === 'name' &&
    role !== undefined &&
    !/^(?:session|encryption|webhook|TLS or login|listen key)$/.test(use ?? '')
  );
}

/** Languages whose blocks have no braces, so that what a block belongs to is only seen by the indent. */
const indented: ReadonlySet<string> = new Set(['python', 'ruby', 'lua', 'elixir', 'julia']);
const head = /^\s*(?:class|module|defmodule|object)\s+([A-Za-z_]\w*)/;
const maxHeadLines = 60;

/** The class that a member belongs to: `class BinanceTestnet:` above an indented `api_key = …`. */
function headsAbove(use: Use, { span }: Candidate, { text }: Document, { language }: Reading): string[] {
  if (use.via !== 'assign' || use.path.length !== 1 || use.call || !indented.has(language)) return [];
  let line = lineStart(text, span.start);
  const indent = /^[ \t]*/.exec(text.slice(line, span.start))?.[0].length ?? 0;
  for (let up = 0; up < maxHeadLines && line > 0 && indent > 0; up += 1) {
    const previous = lineStart(text, line - 1);
    const above = text.slice(previous, line - 1);
    line = previous;
    if (above.trim() === '' || (/^[ \t]*/.exec(above)?.[0].length ?? 0) >= indent) continue;
    const name = head.exec(above)?.[1];
    return name === undefined ? [] : [name];
  }
  return [];
}

/** An option's names come first. */
const maxNames = 8;

/** `add_argument("--api-secret", default="…")`: the option's first name is the name of its default. */
function optionName({ call }: Use, steps: readonly string[]): readonly string[] | undefined {
  if (!call || !/^(?:default|default_?value|fallback|value|initial)$/i.test(steps.at(-1) ?? '')) return undefined;
  const named = call.args
    .slice(0, maxNames)
    .map(({ path, value }) => (/^\d+$/.test(path.at(-1) ?? '') && value.kind === 'text' ? value.text : ''))
    .filter((text) => /^-{0,2}[A-Za-z][\w-]{1,40}$/.test(text));
  const longest = named.reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest === '' ? undefined : [longest.replace(/^-+/, '')];
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

const fixMessage = /8=FIX\.4/;
const fixSession = /BeginString\s*=\s*FIX/i;

/** FIX logons, as messages and as the settings of a session, carry the API key as user name, the field 553. */
function fixClues(names: readonly string[], { span }: Candidate, text: string, { has }: Surroundings): Clue[] {
  const before = text.slice(Math.max(0, span.start - 8), span.start);
  const field = /(?:^|\D)553=$/.test(before) || /(?:^|\D)553$/.test(names.at(-1) ?? '');
  const message = field && has(fixMessage);
  const session = /^user_?name$/i.test(names.at(-1) ?? '') && has(fixSession);
  if (!message && !session) return [];
  return [
    clue('mbx-header', 'it is the user name (553) of a FIX logon'),
    clue('header-role', 'FIX carries the API key in 553', 'api-key'),
    clue('credential-name', 'it is the user name of a FIX session'),
  ];
}

/** `setApiKey` and `withApiKey` name their argument. */
function setterName(callee: readonly string[]): string {
  const last = callee.at(-1) ?? '';
  const named = last.replace(/^(?:set|with|add|put|use)_?(?=[A-Z_a-z])/i, '');
  // A builder's method names its argument; a function such as `SecretStr(…)` names what it makes.
  return named !== last || callee.length > 1 ? named : '';
}

// -- calls ---------------------------------------------------------------------------------------------------------

interface Slot {
  readonly call: SdkCall;
  readonly role: ArgumentRole | undefined;
  /** The import is in sight, or no other library has such a call. */
  readonly sure: boolean;
  readonly name: string;
  readonly position: number;
  readonly signing: boolean;
}

function slotOf(use: Use, imports: readonly string[]): Slot | undefined {
  const callee = (use.call?.callee ?? [])
    .flatMap((step) => step.split('\\'))
    .filter((step) => step !== '')
    .join('.');
  const position = use.path.length === 1 && /^\d+$/.test(use.path[0] ?? '') ? Number(use.path[0]) : -1;
  let unsure: Slot | undefined;
  for (const row of sdkCalls) {
    if (!row.callee.test(callee)) continue;
    const role = row.args[position];
    if (position >= 0 && role === undefined) continue;
    const imported = row.imports !== undefined && imports.some((name) => row.imports?.test(name));
    const slot = {
      call: row,
      role,
      sure: imported || row.distinctive === true || binanceWord.test(callee),
      name: calleeName(use),
      position,
      signing: false,
    };
    if (slot.sure) return slot;
    unsure ??= slot;
  }
  if (unsure) return unsure;
  const signing = signingCalls.find((row) => row.callee.test(callee) && row.args[position] !== undefined);
  return signing
    ? { call: signing, role: signing.args[position], sure: false, name: calleeName(use), position, signing: true }
    : undefined;
}

function slotClues(slot: Slot, isPrivateKey: boolean): Clue[] {
  const what =
    slot.position >= 0 ? `argument ${String(slot.position + 1)} of ${slot.name}` : `an option of ${slot.name}`;
  const clues: Clue[] = [];
  if (slot.signing) {
    clues.push(clue('credential-name', `it is ${what}, which signs`));
    if (!isPrivateKey) clues.push(clue('signing-slot', `it is ${what}, which signs`, 'secret'));
    return clues;
  }
  const from = slot.sure ? ` from ${slot.call.sdk}` : '';
  if (slot.sure) clues.push(clue('sdk-argument', `it is ${what}${from}`), clue('sdk-call', `it is ${what}${from}`));
  if (slot.role && !isPrivateKey) {
    const role = slot.role === 'private-key' ? 'secret' : slot.role;
    clues.push(slot.sure ? clue('sdk-slot', `it is ${what}`, role) : clue('role-order', `it is ${what}`, role));
    if (!slot.sure) clues.push(clue('credential-name', `it is ${what}, as SDKs have it`));
  }
  return clues;
}

function calleeName({ call }: Use): string {
  return `${shownPath(call?.callee ?? [])}(…)`;
}

const callEnvironments = new WeakMap<Call, ReturnType<typeof environmentsIn>>();

/** `testnet: true` beside it in the call or the mapping, a base URL, a row's other cells. */
function besideEnvironment({ call, container, path }: Use, { containers }: Surroundings): Environment {
  if (!call) return containers.get(container) ?? 'unknown';
  let known = callEnvironments.get(call);
  if (!known) callEnvironments.set(call, (known = environmentsIn(call)));
  // What an option says of the options beside it and below, it does not say of the next item's.
  return known.find(({ parent }) => parent.every((step, i) => step === path[i]))?.environment ?? 'unknown';
}

const maxTelling = 50;

/** The arguments and options of a call that tell an environment, with the path of the mapping that they stand in. */
function environmentsIn(call: Call): { readonly parent: readonly string[]; readonly environment: Environment }[] {
  return call.args
    .map((arg) => ({ parent: arg.path.slice(0, -1), environment: bindingEnvironment(arg) }))
    .filter(({ environment }) => environment !== 'unknown')
    .slice(0, maxTelling);
}

// -- what stands beside it -----------------------------------------------------------------------------------------

function exchangeClues(use: Use, { exchangesBeside }: Surroundings): Clue[] {
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

function frameworkClues(use: Use, path: string): Clue[] {
  const steps = use.path.join('.');
  const found = frameworks.find(([file, entry]) => file.test(path) && entry.test(steps));
  return found ? [clue('framework-entry', `it stands where ${found[2]} reads its key`)] : [];
}

const credentialWords = /api|secret|key|token|credential|passphrase|密钥|秘钥|私钥/i;

function nearClues(
  { span }: Candidate,
  neighbours: readonly Candidate[],
  { text }: Document,
  { mentions }: Surroundings,
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
  const wide = linesAround(text, span, 10);
  if (hasBetween(mentions, wide.start, wide.end)) clues.push(clue('binance-near', 'Binance is named within ten lines'));
  return clues;
}

// -- sentences -----------------------------------------------------------------------------------------------------

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

/** Whether hex is more than a hash: only a name or call that says both credential and Binance (or its testnet) makes it so. */
export function hexIsCredential(clues: readonly Clue[], environment: Environment, pair: boolean): boolean {
  const has = (signal: string): boolean => clues.some((found) => found.signal === signal);
  if (has('other-use') || has('other-service')) return false;
  const paired = environment === 'testnet' && has('other-half') && (has('key-name') || has('role-name'));
  const named = has('credential-name') || has('sdk-argument') || has('header-role') || paired;
  const own = has('binance-name') || has('sdk-call') || has('mbx-header') || has('exchange-entry');
  const file = has('binance-import') || has('binance-host') || has('binance-word');
  // Two without names, side by side in a call or a list, that something beside them says are for the testnet.
  if (pair && environment === 'testnet' && has('other-half') && (own || file || has('binance-path'))) return true;
  return named && (own || environment === 'testnet' || (file && environment === 'demo'));
}
