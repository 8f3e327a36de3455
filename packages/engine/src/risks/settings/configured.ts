/** What a statement without parentheses configures: `config :desk, Desk.Repo, ssl: [ … ]` of Elixir, `plug`, `use`. */
import type { Subject } from '../../types.ts';

const longest = 1500;
const head = /^[ \t]*(?:config|plug|use|forward|live_dashboard|socket)[ \t(]+([^\n]{0,200})/gm;

/** The names at the beginning of the statement that stands around the offset; none where nothing tells. */
export function configuredAt(at: number, { reading, document: { text, path } }: Subject): readonly string[] {
  if (reading.language !== 'hash' || !/\.exs?$/.test(path)) return [];
  const lead = text.slice(Math.max(0, at - longest), at);
  const found = [...lead.matchAll(head)].at(-1);
  // A blank line ends a statement.
  if (!found || /\n\s*\n/.test(lead.slice(found.index))) return [];
  const names = (found[1] ?? '').replace(/\b\w+:.*$/, '');
  return names.match(/[A-Za-z_][\w.]*/g) ?? [];
}
