/**
 * Carries literals to where their names are used: `k = "…"; cfg = { one: k }; Client(cfg.one)` gives the call the
 * literal, and the literal the name `one`. A name is followed where it stands for one text in the document, or for
 * several that came to it the same way: as the same parameter or the same field of a record.
 */
import type { Binding, Call, TextValue, Value } from '../types.ts';
import { joinedStep } from './code/named.ts';
import { concat } from './pieces.ts';

/** So often may a literal change its name. */
const maxHops = 4;
/** As many texts may one name stand for. */
const maxTexts = 24;
/** Longer lists are data. */
const maxSpread = 8;
/** What comes from outside the program has no literal in it. */
const outside =
  /^(?:env|environ|environment|process|getenv|secrets|argv|args|request|req|params|Deno|ENV|_ENV|_SERVER)$/;

export interface Resolved {
  readonly bindings: readonly Binding[];
  readonly calls: readonly Call[];
}

/** Calls whose arguments are names get the texts that the names stand for; names that stand for names become names of the texts. */
export function resolve(text: string, bindings: readonly Binding[], calls: readonly Call[]): Resolved {
  const isReference = ({ value }: Binding): boolean => value.kind === 'ref';
  if (!bindings.some(isReference) && !calls.some(({ args }) => args.some(isReference))) return { bindings, calls };
  const names = new Names();
  for (const binding of bindings) names.add(binding);
  for (const { args } of calls) for (const arg of args) names.add(arg);
  return {
    bindings: bindings.flatMap((binding) => follow(binding, names)),
    calls: calls.map((call) =>
      call.args.some(isReference) ? { ...call, args: call.args.flatMap((arg) => argument(arg, text, names)) } : call,
    ),
  };
}

/** The binding with each text that its name stands for; itself where there is none. */
function follow(binding: Binding, names: Names): readonly Binding[] {
  if (binding.value.kind !== 'ref') return [binding];
  const texts = names.textsOf(binding.value.path);
  return texts.length === 0 ? [binding] : texts.map((value) => ({ ...binding, value }));
}

/** As `follow`; a list that is spread, `...creds`, becomes as many arguments. */
function argument(arg: Binding, text: string, names: Names): readonly Binding[] {
  const followed = follow(arg, names);
  const { value: name, span } = arg;
  const isSpread = followed[0] === arg && /[.*@]$/.test(text.slice(Math.max(0, span.start - 1), span.start));
  const list = isSpread && name.kind === 'ref' ? names.listOf(name.path) : undefined;
  if (!list) return followed;
  const first = Number(arg.path.at(-1));
  return list.map((value, i) => ({ ...arg, path: [...arg.path.slice(0, -1), String(first + i)], value }));
}

/** What the names of a document stand for. */
class Names {
  readonly #texts = new Map<string, { readonly values: TextValue[]; readonly source: string; isOne: boolean }>();
  readonly #aliases = new Map<string, readonly string[] | null>();
  readonly #lists = new Map<string, readonly Value[] | null>();

  add({ path, via, value }: Binding): void {
    const last = path.at(-1);
    if (last === undefined || via === 'bare' || value.kind === 'scalar' || value.kind === 'unknown') return;
    const isIndex = /^\d*$/.test(last);
    const qualified = path.length > 1 ? path.slice(-2).join('.') : undefined;
    // An index says nothing without the name of its list.
    for (const name of isIndex ? [qualified] : [last, qualified]) {
      if (name === undefined) continue;
      if (value.kind === 'text') this.#addText(name, value, qualified ?? last);
      else if (value.kind === 'ref') this.#claim(this.#aliases, name, value.path);
      else this.#claim(this.#lists, name, value.items);
    }
  }

  /** The texts that a name stands for, perhaps by other names. */
  textsOf(path: readonly string[]): readonly TextValue[] {
    let step = path;
    for (let hop = 0; hop <= maxHops; hop += 1) {
      if (step.some((one) => outside.test(one))) return [];
      if (step.at(-1) === joinedStep) return this.#joined(step.slice(0, -1));
      const names = keysOf(step);
      const known = names.map((name) => this.#texts.get(name)).find((one) => one !== undefined);
      if (known) return known.isOne ? known.values : [];
      const alias = names.map((name) => this.#aliases.get(name)).find((one) => one !== undefined);
      if (!alias) return [];
      step = alias;
    }
    return [];
  }

  /** The text that the items of a list make when they are joined. */
  #joined(path: readonly string[]): readonly TextValue[] {
    const items = this.listOf(path) ?? [];
    const texts = items.filter((item) => item.kind === 'text');
    return texts.length > 0 && texts.length === items.length ? [concat(texts)] : [];
  }

  /** The first items of the list that a name stands for. */
  listOf(path: readonly string[]): readonly Value[] | undefined {
    return keysOf(path)
      .map((name) => this.#lists.get(name))
      .find((list) => list !== undefined && list !== null)
      ?.slice(0, maxSpread)
      .map((item) => (item.kind === 'ref' ? (this.textsOf(item.path)[0] ?? item) : item));
  }

  #addText(name: string, value: TextValue, source: string): void {
    const known = this.#texts.get(name);
    if (!known) this.#texts.set(name, { values: [value], source, isOne: true });
    else if (known.isOne && known.values.every((one) => one.text !== value.text)) {
      known.isOne = known.source === source && known.values.length < maxTexts && source.includes('.');
      known.values.push(value);
    }
  }

  /** A second claim on a name leaves it without meaning. */
  #claim<T>(claims: Map<string, T | null>, name: string, value: T): void {
    claims.set(name, claims.has(name) ? null : value);
  }
}

/** `a.b.c` is known as `b.c`, then as `c`. */
function keysOf(path: readonly string[]): readonly string[] {
  const last = path.at(-1) ?? '';
  const qualified = path.length > 1 ? [path.slice(-2).join('.')] : [];
  return /^\d*$/.test(last) ? qualified : [...qualified, last];
}
