/** Calls in calls: which name, or which place among other arguments, the result of one is given, and what stands within. */
import { countBefore } from '../../sorted.ts';
import type { Binding, Call, Reading, Span } from '../../types.ts';

export interface Holder extends Binding {
  /** The call that it is an argument of. */
  readonly call?: Call;
}

export type HolderOf = (call: Call) => Holder | undefined;

const known = new WeakMap<Reading, HolderOf>();

/** What may stand between a name and the call that makes its value. */
const before = ['', 'new ', '&', 'await ', 'const '];

/** For `rights = dict(withdraw=True)` and the call of `dict` it is the binding of `rights`. */
export function holdersIn(reading: Reading): HolderOf {
  let holderOf = known.get(reading);
  if (holderOf) return holderOf;
  /** Where the chain ends that begins there: `x = key().margin(true).futures(true)` gives the name what every step says. */
  const ends = new Map<number, number>();
  for (const { span } of reading.calls) ends.set(span.start, Math.max(span.end, ends.get(span.start) ?? 0));
  const holders = new Map<number, Holder>();
  const hold = (one: Binding, call?: Call): void => {
    if (!before.some((word) => ends.has(one.span.start + word.length))) return;
    const holder: Holder = call ? { ...one, call } : one;
    const other = holders.get(holder.span.start);
    if (!other || other.span.end < holder.span.end) holders.set(holder.span.start, holder);
  };
  for (const binding of reading.bindings) hold(binding);
  for (const call of reading.calls) for (const argument of call.args) hold(argument, call);
  holderOf = ({ span: { start } }) => {
    const end = ends.get(start) ?? 0;
    for (const word of before) {
      const holder = holders.get(start - word.length);
      // `URL(…)!` and `x(…);` are the call alone; `x(…) + y` is not.
      if (holder && holder.span.end >= end && holder.span.end <= end + 2) return holder;
    }
    return undefined;
  };
  known.set(reading, holderOf);
  return holderOf;
}

/** `[("status", "1")]`, `{{"status", "1"}}`: what pairs of a name and a value in a call’s arguments say, by the names. */
export function pairsIn({ args }: Pick<Call, 'args'>): Binding[] {
  const found: Binding[] = [];
  for (const [index, { path, value, container }] of args.entries()) {
    const next = args[index + 1];
    if (
      !/^\d+$/.test(path.at(-2) ?? '') ||
      path.at(-1) !== '0' ||
      next?.path.at(-1) !== '1' ||
      next.container !== container
    )
      continue;
    if (value.kind === 'text' && identifier.test(value.text)) found.push({ ...next, path: value.text.split('.') });
  }
  return found;
}

const identifier = /^[A-Za-z][\w.-]{1,60}$/;

/** Counts what begins at one place, as the calls of a chain do; true from one more than `most` on. */
export function oftenAt(most: number): (start: number) => boolean {
  const counts = new Map<number, number>();
  return (start) => {
    const count = (counts.get(start) ?? 0) + 1;
    counts.set(start, count);
    return count > most;
  };
}

const byStart = new WeakMap<Reading, { readonly call: Call; readonly order: number }[]>();

/** The calls that stand in a span as a whole, in the order of the reading: at most so many of those that begin first. */
export function callsWithin(reading: Reading, span: Span, most: number): Call[] {
  let calls = byStart.get(reading);
  if (!calls) {
    calls = reading.calls.map((call, order) => ({ call, order })).sort((a, b) => a.call.span.start - b.call.span.start);
    byStart.set(reading, calls);
  }
  const first = countBefore(calls.length, (i) => calls[i]!.call.span.start < span.start);
  const after = countBefore(calls.length, (i) => calls[i]!.call.span.start <= span.end);
  return calls
    .slice(first, Math.min(after, first + most))
    .filter(({ call }) => call.span.end <= span.end)
    .sort((a, b) => a.order - b.order)
    .map(({ call }) => call);
}
