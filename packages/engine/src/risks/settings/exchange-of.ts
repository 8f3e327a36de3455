/** Which exchange an entry's neighbours say it is for: `exchange: binance` beside it. */
import { meaningOf } from '../../clues/names.ts';
import type { Setting, Subject } from '../../types.ts';

const exchangeKey = /^(?:name|id|exchange|exchangename|exchangeid|brokerage|broker|venue|connector|platform|provider)$/;

const farthestAbove = 20;

const known = new WeakMap<Subject, ReadonlyMap<string, string>>();

/** `binance`, another exchange's name, or undefined where nothing beside it tells. */
export function exchangeOf({ container, path }: Setting, subject: Subject): string | undefined {
  let beside = known.get(subject);
  if (!beside) known.set(subject, (beside = collect(subject)));
  const own = beside.get(placeOf(container, path));
  if (own !== undefined) return own;
  // What an entry says of the section it stands in, it says of the sections in that.
  for (let depth = path.length - 2; depth > 0 && path.length - depth <= farthestAbove; depth -= 1) {
    const above = beside.get(path.slice(0, depth).join('\0'));
    if (above !== undefined) return above;
  }
  return undefined;
}

function collect({ settings }: Subject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, value, container, path } of settings) {
    if (!exchangeKey.test(name) || value.kind !== 'text') continue;
    const { binance, exchange } = meaningOf(value.text);
    const told = binance === 'name' ? 'binance' : exchange;
    if (told === undefined) continue;
    found.set(placeOf(container, path), told);
    if (path.length > 1) found.set(path.slice(0, -1).join('\0'), told);
  }
  return found;
}

function placeOf(container: number, path: readonly string[]): string {
  return `${String(container)}\0${path.slice(0, -1).join('\0')}`;
}
