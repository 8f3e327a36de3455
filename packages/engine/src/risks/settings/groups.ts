/** Which settings are one key’s: those that stand beside each other, and the permissions that they hold. */
import { keyEndpoints, keyMethods } from '../../rules/key-calls.ts';
import type { Call, Setting, Subject } from '../../types.ts';
import { holdersIn, type HolderOf } from '../calls/calls.ts';
import { folded } from '../subject.ts';
import { isAddress } from './ip-list.ts';
import { ipList } from './ip-settings.ts';
import { permissionStep } from './rights.ts';

export const credential: RegExp =
  /^(?:.*(?:api|access|secret)_?(?:key|secret)(?:id)?|key|secret|label|apilabel|keylabel|fingerprint)$/;
const keyStep = /key|binance|exchange|account|credential|restriction|permission|^api$/i;
/** Calls that ask for what they are given. */
export const asking: RegExp =
  /^(?:where|filter|filter_?by|find\w*|exists|exclude|rewhere|not|count|query|select|assert\w*|expect\w*|\w*equals?|to_?be|to_?equal|includes?|contains?|has|then_?return|will_?return|mock(?:return|resolved)value(?:once)?)$/i;

/** Settings that stand together, and what else stands there. */
export interface Group {
  readonly settings: Setting[];
  /** Something there says that it is about a key: a credential beside, a path of that name, a strong name. */
  isKeys: boolean;
}

const ipNames: ReadonlyMap<string, string> = new Map([
  ...['restrict', 'restricted', 'enabled', 'enforced', 'status'].map((name) => [name, 'iprestrict'] as const),
  ...[
    'list',
    'addresses',
    'entries',
    'allowed',
    'whitelist',
    'allowlist',
    'values',
    'allow',
    'ip',
    'address',
    'item',
  ].map((name) => [name, 'iplist'] as const),
]);

const ipHolder = /^(?:allowed|trusted|permitted)?ips?(?:restrictions?|(?:white|allow)list|list|access|filter)?$/;
const ipItself = /^ip(?:s|addresses)?$/;

/** Permissions are settings of what holds them: `key: { permissions: { withdraw: true }, ip: [] }` is one group. */
export function groupsOf({ settings, reading }: Subject): Group[] {
  const holderOf = holdersIn(reading);
  const groups = new Map<string, Group>();
  /** The groups of an owner, in their order. */
  const homes = new Map<string, Set<string>>();
  const latest = new Map<string, string>();
  const elementOf = reading.language === 'xml' ? elements() : undefined;
  const inner: { readonly setting: Setting; readonly owner: string }[] = [];
  const put = (id: string, setting: Setting): Group => {
    const group = groups.get(id) ?? { settings: [], isKeys: false };
    groups.set(id, group);
    group.settings.push(setting);
    return group;
  };
  for (const one of settings) {
    if (one.name === '') continue;
    const whole = heldBy(one, holderOf);
    const given = entryOfList(dotted(whole));
    const at = given.path.findLastIndex((step) => !/^\d*$/.test(step));
    const above = folded(given.path[at - 1] ?? '');
    // `ip: { restricted: false, list: [] }` is `ipRestricted` and `ipList`.
    const higher = folded(given.path[at - 2] ?? '');
    const depth = ipHolder.test(above) ? 1 : /^ips?$/.test(higher) && ipHolder.test(higher + above) ? 2 : 0;
    const isIp =
      depth > 0 || (/^(?:trusted|allowed|permitted|(?:white|allow)listed)$/.test(above) && ipItself.test(given.name));
    // `withdraw: { enabled: true }` is `withdrawEnabled`.
    const isSwitch = /^withdraw(?:al)?s?$/.test(above) && /^(?:enabled?|allow(?:ed)?)$/.test(given.name);
    const name = isIp
      ? depth === 0
        ? 'iplist'
        : (ipNames.get(given.name) ?? given.name)
      : isSwitch
        ? 'withdrawenabled'
        : given.name;
    const setting = { ...given, name };
    const steps = given.path.slice(0, isIp || isSwitch ? at - Math.max(1, depth) : at);
    // A flat file is about one key, whatever prefixes its names have.
    const parent =
      given === whole ? steps : whole.path.slice(0, Math.max(0, whole.path.length - 1 - (given.path.length - 1 - at)));
    const call = setting.call ? String(setting.call.span.start) : '';
    const isItem = at < setting.path.length - 1;
    const isPermission = permissionStep.test(folded(steps.at(-1) ?? ''));
    if (isPermission && given === whole) {
      const owner = `${call}|${parent.slice(0, -1).join('\0')}`;
      inner.push({ setting, owner: elementOf ? `${owner}|${elementOf(owner, whole)}` : owner });
      continue;
    }
    // Items of a list stand in the list’s own container: they belong to what holds the list, by its path alone.
    const held = `${call}|${parent.join('\0')}`;
    const owner = elementOf ? `${held}|${elementOf(held, whole)}` : held;
    // Of `[]Key{{…}, {…}}` each entry is one key.
    const isAlone = parent.length === 0 || (one.via === 'entry' && one.call !== undefined);
    const id = isItem ? (latest.get(owner) ?? `${owner}|`) : `${owner}|${isAlone ? String(setting.container) : ''}`;
    const own = homes.get(owner) ?? new Set();
    homes.set(owner, own);
    if (!own.has(id)) latest.set(owner, id);
    own.add(id);
    const group = put(id, setting);
    if (isPermission || credential.test(setting.name) || parent.some((step) => keyStep.test(step))) group.isKeys = true;
  }
  for (const { setting, owner } of inner) {
    const group = put(latest.get(owner) ?? `${owner}|`, setting);
    group.isKeys = true;
  }
  return [...groups.values()];
}

/** Of elements that have one path, as keys beside each other have, which one a setting is of: told by what comes again. */
function elements(): (owner: string, setting: Setting) => string {
  const seen = new Map<string, { readonly containers: Map<string, number>; count: number }>();
  return (owner, { path, container }) => {
    const own = seen.get(owner) ?? { containers: new Map<string, number>(), count: 0 };
    seen.set(owner, own);
    const place = path.join('\0');
    const before = own.containers.get(place);
    if (before !== undefined && before !== container) {
      own.count += 1;
      own.containers.clear();
    }
    own.containers.set(place, container);
    return String(own.count);
  };
}

const ofAddress = /^(?:ip|ip_?addr(?:ess)?|addr(?:ess)?|value|cidr)$/i;

/** `ip_whitelist: [{ ip: …, note: … }]` and `ip_whitelist: { home: … }` list what `ip_whitelist: […]` does. */
function entryOfList(setting: Setting): Setting {
  const { path, value } = setting;
  if (value.kind !== 'text' || path.length < 2 || /^\d*$/.test(path.at(-1)!)) return setting;
  const at = path.findLastIndex((step, i) => i < path.length - 1 && !/^\d*$/.test(step));
  const holder = folded(path[at] ?? '');
  if (!ipList.test(holder) || !(ofAddress.test(path.at(-1)!) ? at < path.length - 2 : isAddress(value.text)))
    return setting;
  return { ...setting, path: [...path.slice(0, at + 1), '0'], name: holder };
}

/** `a.b`, `a.b[0]`, `A__0` */
const properties = /^[\w-]+(?:(?:\.[\w-]+)+(?:\[\d{1,4}\])?|\[\d{1,4}\]|__\d{1,4})$/;

/** Of `api.permissions.withdraw`, as properties are written, each step; of `ips[0]` and `IPS__0` the number too. */
function dotted(setting: Setting): Setting {
  if (!setting.path.some((step) => /[.[]|__\d/.test(step))) return setting;
  const path = setting.path.flatMap((step) =>
    properties.test(step) ? step.match(/[\w-]+?(?=__\d+$)|\d+$|[\w-]+/g)! : [step],
  );
  return { ...setting, path, name: folded(path.findLast((one) => !/^\d*$/.test(one)) ?? '') };
}

const deepestCalls = 4;

/** `rights = dict(withdraw=True)` is `rights.withdraw`. */
function heldBy(setting: Setting, holderOf: HolderOf): Setting {
  let one = setting;
  for (let depth = 0; one.call && depth < deepestCalls && !/^\d*$/.test(one.path.at(-1) ?? ''); depth += 1) {
    if (asking.test(one.call.callee.at(-1) ?? '') || isOfKeyMethod(one.call)) break;
    const holder = holderOf(one.call);
    if (!holder) break;
    // What a mock answers is no setting.
    if (holder.call && asking.test(holder.call.callee.at(-1) ?? '')) return { ...one, call: holder.call };
    const { call: _, ...rest } = one;
    one = { ...rest, path: [...holder.path, ...one.path], ...(holder.call && { call: holder.call }) };
  }
  return one;
}

const keyEndpoint = new RegExp(`(?:${keyEndpoints.map(({ path }) => path).join('|')})$`, 'i');

/** What such a call is given is unsafe-key-creation’s. */
export function isOfKeyMethod(call: Call | undefined): boolean {
  const name = folded(call?.callee.at(-1) ?? '');
  if ((name.includes('key') || name.includes('restriction')) && keyMethods.some((one) => one.name.test(name)))
    return true;
  return (
    call?.args.slice(0, 8).some(({ value }) => value.kind === 'text' && keyEndpoint.test(value.text.slice(-200))) ??
    false
  );
}
