/**
 * Carries literals to where their names are used: `k = "…"; Client(k)` gives the call the literal. Only names that
 * stand for one text in the document are followed; a name with two texts tells nothing.
 */
import type { Binding, Call, TextValue } from '../types.ts';

/** Calls whose arguments are names get the texts that those names stand for. Other calls are returned as they are. */
export function resolve(bindings: readonly Binding[], calls: readonly Call[]): readonly Call[] {
  if (!calls.some(({ args }) => args.some(({ value }) => value.kind === 'ref'))) return calls;
  const texts = textsByName(bindings, calls);
  return calls.map((call) => {
    if (!call.args.some(({ value }) => value.kind === 'ref')) return call;
    return { ...call, args: call.args.map((arg) => follow(arg, texts)) };
  });
}

function follow(arg: Binding, texts: ReadonlyMap<string, TextValue | null>): Binding {
  if (arg.value.kind !== 'ref') return arg;
  const { path } = arg.value;
  const qualified = path.length > 1 ? texts.get(path.slice(-2).join('.')) : undefined;
  const value = qualified ?? texts.get(path.at(-1) ?? '');
  return value ? { ...arg, value } : arg;
}

/** Name → its text; null once a second text claims the name. Also by the last two steps: `binance.key`. */
function textsByName(bindings: readonly Binding[], calls: readonly Call[]): ReadonlyMap<string, TextValue | null> {
  const texts = new Map<string, TextValue | null>();
  const add = (name: string, value: TextValue): void => {
    const known = texts.get(name);
    texts.set(name, known === undefined || known?.text === value.text ? value : null);
  };
  const addAll = ({ path, via, value }: Binding): void => {
    if (value.kind !== 'text' || via === 'bare') return;
    const last = path.at(-1);
    if (last === undefined || /^\d*$/.test(last)) return;
    add(last, value);
    if (path.length > 1) add(path.slice(-2).join('.'), value);
  };
  bindings.forEach(addAll);
  for (const { args } of calls) args.forEach(addAll);
  return texts;
}
