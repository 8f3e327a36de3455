/** Heredocs: `<<EOF` announces that a string begins on the next line and ends before the line that says `EOF`. */
import type { Language } from '../languages.ts';

type Style = NonNullable<Language['heredoc']>;

const openings: Readonly<Record<Style, RegExp>> = {
  shell: /<<-?[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
  php: /<<<[ \t]*(['"]?)([A-Za-z_]\w*)\1/y,
  ruby: /<<[~-]?(['"`]?)([A-Z_]\w*)\1/y,
};

/** The heredoc that is announced at `at`: the tag that ends it, and where the announcement ends. */
export function heredocAt(text: string, at: number, style: Style): { tag: string; after: number } | undefined {
  const opening = openings[style];
  opening.lastIndex = at;
  const found = opening.exec(text);
  return found ? { tag: found[2] ?? '', after: at + found[0].length } : undefined;
}

/** Where the line with the tag begins; `from` when there is none before `to`. */
export function endOfHeredoc(text: string, from: number, to: number, tag: string): number {
  for (let line = from; line < to;) {
    const end = text.indexOf('\n', line);
    const stop = end < 0 || end > to ? to : end;
    const word = text.slice(line, Math.min(stop, line + tag.length + 40)).trim();
    if (word.replace(/[;,)]{1,3}$/, '') === tag) return line;
    line = stop + 1;
  }
  return from;
}
