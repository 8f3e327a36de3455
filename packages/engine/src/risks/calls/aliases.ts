/** Other names that a document gives to what it imports: `import bn "github.com/…/go-binance/v2"`, `Spot as S`. No parsing. */
import type { Subject } from '../../types.ts';

const known = new WeakMap<Subject, ReadonlyMap<string, string>>();

/** Names of one package of Go by its path; its last step but a version. */
const goImport = /^[ \t]*(?:import[ \t]+)?([A-Za-z_]\w{0,60})[ \t]+"([\w.-]{1,100}\/[\w./-]{1,200})"/gm;
/** `import … as …`, `use … as …`, and a line of its own in brackets. */
const asStatement =
  /^[ \t]*(?:(?:pub[ \t]+)?(?:import|from|use|export)\b[^\n]{0,300}|[\w\\.:]{1,120}[ \t]+as[ \t]+\w{1,60},?[ \t]*)$/gm;
const asName = /([\w\\.:]{1,120})[ \t]+as[ \t]+([A-Za-z_]\w{0,60})/g;
/** `const { Spot: S } = require(…)` */
const taken = /\{([^{}]{1,300})\}\s{0,9}=\s{0,9}(?:await\s{1,9}import|require)\s{0,9}\(/g;
const takenName = /([A-Za-z_$][\w$]{0,60})\s{0,9}:\s{0,9}([A-Za-z_$][\w$]{0,60})/g;
/** `using Spot = Binance.Spot.SpotAccountTrade;` */
const using = /^[ \t]*(?:global[ \t]+)?(?:using|alias)[ \t]+([A-Za-z_]\w{0,60})[ \t]*=[ \t]*([\w.:]{1,200})/gm;
/** Scala’s `import a.b.{Spot => S}`, Elixir’s `alias A.B, as: C`. */
const arrow = /\b([A-Za-z_]\w{0,60})[ \t]*=>[ \t]*([A-Za-z_]\w{0,60})[ \t]*[},]/g;
const elixirAlias = /^[ \t]*alias[ \t]+([\w.]{1,120}),[ \t]*as:[ \t]*(\w{1,60})/gm;

/** By the alias the name it stands for, with dots between its steps. */
export function aliasesOf(subject: Subject): ReadonlyMap<string, string> {
  let aliases = known.get(subject);
  if (!aliases) known.set(subject, (aliases = collect(subject)));
  return aliases;
}

/** The callee with the name that its first step stands for; itself where that is no alias. */
export function withoutAlias(callee: readonly string[], subject: Subject): readonly string[] {
  const first = callee[0];
  const name = first === undefined ? undefined : aliasesOf(subject).get(first);
  return name === undefined ? callee : [...name.split('.'), ...callee.slice(1)];
}

function collect({ reading: { language }, document: { text } }: Subject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (alias: string | undefined, name: string | undefined): void => {
    if (alias && name && alias !== name && alias !== '_' && found.size < most) found.set(alias, dotted(name));
  };
  if (language === 'go') {
    for (const [, alias, path = ''] of text.matchAll(goImport)) add(alias, packageName(path));
    return found;
  }
  for (const [statement] of text.matchAll(asStatement)) {
    const module = /^[ \t]*from[ \t]+([\w.]{1,120})[ \t]+import\b/.exec(statement)?.[1];
    for (const [, name, alias] of statement.matchAll(asName)) add(alias, module ? `${module}.${name}` : name);
    if (statement.includes('=>')) for (const [, name, alias] of statement.matchAll(arrow)) add(alias, name);
  }
  for (const [, names = ''] of text.matchAll(taken))
    for (const [, name, alias] of names.matchAll(takenName)) add(alias, name);
  for (const [, alias, name] of text.matchAll(using)) add(alias, name);
  for (const [, name, alias] of text.matchAll(elixirAlias)) add(alias, name);
  return found;
}

const most = 300;

/** What a package of Go is called where nobody gives it another name. */
export function packageName(path: string): string {
  const steps = path.split('/');
  const last = /^v\d+$/.test(steps.at(-1) ?? '') ? steps.at(-2) : steps.at(-1);
  return (last ?? '').replace(/^go-|-go$/g, '').replace(/-/g, '_');
}

function dotted(name: string): string {
  return name
    .split(/[\\.:]+/)
    .filter((step) => step !== '')
    .join('.');
}
