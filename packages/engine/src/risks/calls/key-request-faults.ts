/** What a request that makes a key, or changes whence it works, says of it → what is wrong with that. */
import { brokerRights } from '../../rules/key-calls.ts';
import { switched, wordOf } from '../settings/values.ts';
import type { Risk, Span, Subject } from '../../types.ts';
import type { Given } from './arguments.ts';
import type { KeyRequest } from './key-requests.ts';

const withdrawRight = /^(?:can|enable|allow|permit)?withdraw(?:al)?s?$/;
const mentionsList = /\bips?\b|ip_?(?:address|list|whitelist)|trusted_?ips?|whitelist/i;
const bindsLater = /ip_?restriction[^;]{0,300}?(?:status\W{1,4}2|ip_?address)/i;
const longestCall = 4000;

/** How a request calls the addresses that its key is bound to, folded. */
export const listName: RegExp = /^(?:trusted|allowed)?ip(?:address(?:es)?|list|s|whitelist)?$/;

const boundLater = new WeakMap<Subject, boolean>();

function isBoundLater(subject: Subject): boolean {
  let is = boundLater.get(subject);
  if (is === undefined) boundLater.set(subject, (is = bindsLater.test(subject.document.text)));
  return is;
}

export function* faultsOf(
  { kind, given, isWhole, call, span: place, what, clues }: KeyRequest,
  subject: Subject,
): Generator<Risk> {
  const { text } = subject.document;
  const risk = (span: Span, name: string, fault: string): Risk => ({
    ...{ span, name: `${name} ${what}`, message: `${what} ${fault}`, clues },
  });
  const source = call ? text.slice(call.span.start, Math.min(call.span.end + 600, call.span.start + longestCall)) : '';
  const withdraw = given.find(({ name, value }) => withdrawRight.test(name) && switched(value) === 'on');
  if (withdraw && kind !== 'restriction') yield risk(withdraw.span, 'withdraw', 'makes a key that may withdraw');
  if (kind === 'list') {
    // Taking an old address off the list is good practice: it may be that.
    const message = 'takes addresses off a key’s IP list: without the last one it works from any address';
    yield { ...risk(place, 'list', message), confidence: 'possible' };
    return;
  }
  if (kind === 'broker') {
    if (mentionsList.test(source) || isBoundLater(subject)) return;
    for (const { name, value, span } of given) {
      if (!brokerRights.test(name) || switched(value) !== 'on') continue;
      yield risk(span, name, 'gives a key the right to trade, and nothing here binds it to addresses');
    }
    return;
  }
  const open = openStatus(given);
  if (kind !== 'special' && open) {
    yield risk(open.span, 'status', 'lets a key work from any address: 1 is unrestricted, 2 is trusted addresses only');
    return;
  }
  const list = given.find(({ name }) => listName.test(name));
  if (list && isEmpty(list)) {
    yield risk(
      list.span,
      'list',
      kind === 'edit'
        ? 'empties a key’s IP list: it works from any address'
        : 'makes a key with an empty IP list: it works from any address',
    );
    return;
  }
  if (
    kind === 'link' ||
    kind === 'edit' ||
    list ||
    !isWhole ||
    mentionsList.test(call ? text.slice(call.span.start, call.span.end) : '')
  )
    return;
  if (kind !== 'special' && given.some(({ name }) => name === 'status')) return;
  // A restriction that says nothing at all is a call of something else.
  if (kind === 'restriction' && !/email|sub_?account_?(?:api_?key|id)\b/i.test(source)) return;
  if (call || kind === 'special')
    yield risk(place, 'missing', 'makes a key without an IP list: it works from any address');
}

/** `status: 1`, and `ipRestrict: false` as the older version had it. */
export function openStatus(given: readonly Given[]): Given | undefined {
  return given.find(({ name, value }) => {
    if (/^(?:ip)?(?:restrict|restriction|iprestrict(?:ion|ed)?|toggleiprestriction)$/.test(name))
      return switched(value) === 'off';
    if (!/^(?:ip)?(?:restriction)?status$/.test(name)) return false;
    const word = wordOf(value)?.trim() ?? (value.kind === 'ref' ? value.path.at(-1) : undefined);
    return word !== undefined && /^(?:1|un_?restricted|ip_?unrestricted|status_?1|one|_1)$/i.test(word);
  });
}

export function isEmpty({ value }: Pick<Given, 'value'>): boolean {
  if (value.kind === 'list') return value.items.length === 0;
  const word = wordOf(value);
  return word !== undefined && /^\s*(?:\*|null|none|nil|)\s*$/i.test(word);
}
