/** Names of a use that do not stand right before the value: of its class, of an option, of a header. */
import type { Candidate, Use } from '../candidates/candidate.ts';
import { headAbove } from '../lines.ts';
import type { Document, Reading } from '../types.ts';

/** The header that the argument before the value names, or a named one: `addValue(key, forHTTPHeaderField: "X-MBX-APIKEY")`. */
export function headerBeside({ call, path }: Use): string[] {
  if (!call || call.args.length > 6) return [];
  const position = path.length === 1 && /^\d+$/.test(path[0]!) ? Number(path[0]) : -1;
  return call.args.flatMap(({ path: other, value }) => {
    const isHeader = value.kind === 'text' && /^x-mbx-apikey:?$/i.test(value.text.trim());
    const [at = ''] = other;
    const names = /^\d+$/.test(at) ? Number(at) === position - 1 : position === 0;
    return isHeader && names ? [value.text] : [];
  });
}

/** Languages whose blocks have no braces, so that what a block belongs to is only seen by the indent. */
const indented: ReadonlySet<string> = new Set(['python', 'ruby', 'lua', 'elixir', 'julia']);

const head = /^\s*(?:class|module|defmodule|object)\s+([A-Za-z_]\w*)/;

const maxHeadLines = 60;

/** The class that a member belongs to: `class BinanceTestnet:` above an indented `api_key = …`. */
export function headsAbove(use: Use, { span }: Candidate, { text }: Document, { language }: Reading): string[] {
  if (use.via !== 'assign' || use.path.length !== 1 || use.call || !indented.has(language)) return [];
  const above = headAbove(text, span.start, maxHeadLines);
  const name = above === undefined ? undefined : head.exec(above)?.[1];
  return name === undefined ? [] : [name];
}

/** An option's names come first. */
const maxNames = 8;

/** `add_argument("--api-secret", default="…")`: the option's first name is the name of its default. */
export function optionName({ call }: Use, steps: readonly string[]): readonly string[] | undefined {
  if (!call || !/^(?:default|default_?value|fallback|value|initial)$/i.test(steps.at(-1) ?? '')) return undefined;
  const named = call.args
    .slice(0, maxNames)
    .map(({ path, value }) => (/^\d+$/.test(path.at(-1) ?? '') && value.kind === 'text' ? value.text : ''))
    .filter((text) => /^-{0,2}[A-Za-z][\w-]{1,40}$/.test(text));
  const longest = named.reduce((best, text) => (text.length > best.length ? text : best), '');
  return longest === '' ? undefined : [longest.replace(/^-+/, '')];
}
