/**
 * Where code asks Binance for a key, or to change whence one works: by an endpoint’s path, a name for it, or a method of
 * an SDK; and what it says of that key.
 */
import { keyEndpoints, type KeyKind, keyMethods } from '../../rules/key-calls.ts';
import { clue } from '../../signals.ts';
import type { Call, Clue, Span, Subject, Value } from '../../types.ts';
import { switched, wordOf } from '../settings/values.ts';
import { folded } from '../subject.ts';
import { argumentsOf, type Given } from './arguments.ts';
import { holdersIn, oftenAt } from './calls.ts';
import { namedEndpoints } from './endpoint-names.ts';
import { type Endpoint, endpointsIn } from './endpoints.ts';
import { type Mappings, mappingsOf } from './mappings.ts';
import { askedOf } from './queries.ts';
import { calleeOf, isCalled, type Receivers, receiversOf } from './receivers.ts';

export interface KeyRequest {
  readonly kind: KeyKind;
  /** What it says of the key. */
  readonly given: readonly Given[];
  /** Whether that is all that it says. */
  readonly isWhole: boolean;
  readonly call: Call | undefined;
  /** Of the path, or of the method’s name with what it is called on. */
  readonly span: Span;
  /** How people call it. */
  readonly what: string;
  readonly clues: readonly Clue[];
}

const known = new WeakMap<Subject, readonly KeyRequest[]>();

/** Worked out once for each document. */
export function keyRequestsIn(subject: Subject): readonly KeyRequest[] {
  let requests = known.get(subject);
  if (!requests) known.set(subject, (requests = [...found(subject)]));
  return requests;
}

const endpoints = new Map(keyEndpoints.map(({ path, kind }) => [path.toLowerCase(), kind]));
/** After its version each, or the whole of Link’s. */
const paths = new RegExp(
  `(?:(\\/?\\bsapi\\/v\\d\\/|(?<=["'\`/}])\\/?(?=oauth-api\\/))|(?<=["'\`}]\\/?(?:v\\d\\/)?))(${keyEndpoints
    .map(({ path }) => path)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\w/-])`,
  'gi',
);

const changes = /add|set|update|enable|toggle|change|modify|edit|create|post|put/;
/** Whose restriction it is, only the receiver tells. */
const isOfPart = /^(?:add|set|update|change|toggle|enable(?:ordisable)?)?ip(?:access)?restrictions?$/;

/** Of a chain with more such steps, which one finding tells of, the first ones are looked at. */
const mostSteps = 200;

function* found(subject: Subject): Generator<KeyRequest> {
  const mappings = mappingsOf(subject);
  const named = [...endpointsIn(subject, paths)];
  for (const endpoint of named) yield* byEndpoint(endpoint, subject, mappings);
  const defined = named.filter(({ call }) => !call);
  for (const endpoint of namedEndpoints(subject, defined)) {
    const { name, definition, span } = endpoint;
    // `url.searchParams.set('status', '1')` before `fetch(url)`
    const before = mappings(name, span.start);
    yield* byEndpoint(endpoint, subject, mappings, [...before, ...askedOf(definition, subject, mappings)]);
  }
  let receivers: Receivers | undefined;
  const isOften = oftenAt(mostSteps);
  for (const call of subject.reading.calls) {
    const name = methodOf(call);
    const method = keyMethods.find((one) => one.name.test(name));
    if (!method || isOften(call.span.start)) continue;
    const { given, hasUnknown } = argumentsOf(call, subject, mappings);
    const callee = calleeOf(call, subject.document.text);
    if (!isCalled(call, callee, subject)) continue;
    receivers ??= receiversOf(subject);
    const owner = receivers.ownerOf(callee);
    if (isOfPart.test(name) && owner !== 'binance' && !/sub_?account/i.test(callee.receiver.join('.'))) continue;
    if (owner === 'other' || (owner === 'unknown' && !method.isDistinctive && receivers.isElsewhere)) continue;
    const clues =
      owner === 'binance'
        ? [clue('sdk-call', 'it is called on a client of Binance')]
        : method.isDistinctive
          ? [clue('binance-setting', `${callee.method} is a method of Binance’s SDKs`)]
          : [];
    const span = { start: callee.start, end: callee.end };
    // `subAccountApiToggleIpRestriction(email, key, false)`
    const toggled =
      method.kind === 'restriction'
        ? given.find((one) => /^\d+$/.test(one.name) && /^false$/i.test(wordOf(one.value) ?? ''))
        : undefined;
    // `updateIpRestriction(email, key, "1")`
    const third = method.kind === 'restriction' ? given.find((one) => one.name === '2') : undefined;
    // `CreateApiKeyForSubAccountAsync(id, true)`
    const right =
      method.kind === 'broker'
        ? given.find((one) => /^[1-9]$/.test(one.name) && switched(one.value) === 'on')
        : undefined;
    const all = [
      ...given,
      ...(right ? [{ ...right, name: 'cantrade' }] : []),
      ...stepsAfter(call, subject, mappings),
      ...(toggled ? [{ ...toggled, name: 'iprestrict' }] : []),
      ...(third ? [{ ...third, name: 'status', value: literalAt(third, subject.document.text) }] : []),
    ];
    // `ipRestriction(…)` alone may only ask; what fills the arguments of a call makes no key yet.
    const isAsking = (method.kind === 'restriction' && !changes.test(name)) || isOfParams(call);
    const isWhole = !hasUnknown && !isAsking;
    yield { kind: method.kind, given: all, isWhole, call, span, what: `${callee.method}()`, clues };
  }
}

/** @param told what is known of the request beside its call */
function* byEndpoint(
  endpoint: Endpoint & { readonly isCut?: boolean },
  subject: Subject,
  mappings: Mappings,
  told: readonly Given[] = [],
): Generator<KeyRequest> {
  const { call, span, path, method, makers, hasPrefix } = endpoint;
  const kind = endpoints.get(path);
  if (!kind || method === 'GET' || (method === 'DELETE') !== (kind === 'list')) return;
  if (kind === 'edit' ? method === 'POST' : method === 'PUT') return;
  const asked = [...askedOf(endpoint, subject, mappings), ...told];
  const handed = call ? argumentsOf(call, subject, mappings) : { given: [], hasUnknown: true };
  const made = makers.flatMap((maker) => argumentsOf(maker, subject, mappings).given);
  const after = call && makesRequest.test(call.callee.at(-1) ?? '') ? stepsAfter(call, subject, mappings) : [];
  const isWhole =
    !endpoint.isCut &&
    !after.some(({ name }) => carriesLater.test(name)) &&
    (asked.length > 0
      ? !asked.some(({ name, value }) => value.kind === 'text' && value.text === '' && /[{$]/.test(name))
      : !handed.hasUnknown && !hasMore(call, span, mappings));
  const clues = hasPrefix ? [clue('binance-setting', `${path} is an endpoint of Binance’s API`)] : [];
  const given = [...handed.given, ...made, ...asked, ...after];
  yield { kind, given, isWhole, call, span, what: `The endpoint ${path}`, clues };
}

const makesRequest = /request\w{0,12}$|message$|builder$|^http_?post$/i;
/** What a request is told after it was made, and is more than the document shows: `request.Content = …`. */
const carriesLater = /^(?:content|body|data|entity|httpbody|rawquery|query|params|parameters|form|json)$/;

/** `s := client.NewService()`, and then `s.Status("1")` in the same block. */
function stepsAfter(call: Call, { reading, document: { text } }: Subject, mappings: Mappings): readonly Given[] {
  const name = holdersIn(reading)(call)?.path.at(-1);
  if (name === undefined || /^\d*$/.test(name)) return [];
  const rest = text.slice(call.span.end, call.span.end + longestCall);
  const end = call.span.end + (/\n\}/.exec(rest)?.index ?? rest.length);
  return mappings(name, end);
}

/** `AddIpRestrictionParams::builder(` */
function isOfParams({ callee }: Call): boolean {
  return /^(?:builder|new)$/.test(folded(callee.at(-1) ?? '')) && /params$/.test(folded(callee.at(-2) ?? ''));
}

/** What is called; of what makes the arguments of a call, that. */
function methodOf(call: Call): string {
  const last = folded(call.callee.at(-1) ?? '');
  const made = isOfParams(call) ? folded(call.callee.at(-2) ?? '').replace(/params$/, '') : undefined;
  return made ?? last.replace(/(?:async|withhttpinfo)$/, '');
}

/** `"1".to_string()` is the text. */
function literalAt({ value, span }: Given, text: string): Value {
  const word = /^"(\w{1,20})"\.(?:to_string|into|to_owned)\(\)$/.exec(
    text.slice(span.start, Math.min(span.end, span.start + 60)),
  )?.[1];
  return word === undefined ? value : { kind: 'text', text: word, pieces: [] };
}

const mostArguments = 300;
const longestCall = 4000;

/** Whether something is handed over after the path that the document doesn’t show. */
function hasMore(call: Call | undefined, { start }: Span, mappings: Mappings): boolean {
  return (
    call?.args
      .slice(0, mostArguments)
      .some(
        ({ path, value, span }) =>
          span.start > start &&
          path.length === 1 &&
          /^\d+$/.test(path[0] ?? '') &&
          value.kind === 'ref' &&
          mappings(value.path.at(-1) ?? '', span.start).length === 0,
      ) ?? false
  );
}
