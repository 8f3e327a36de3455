/** Makes characters visible that a terminal would obey or hide: in paths and messages, whoever named the file. */

/**
 * Controls (C0, DEL, C1), line and paragraph separators, what Unicode says is shown as nothing (zero-width and bidi marks,
 * fillers, tags), interlinear marks, halves of a surrogate pair, and the sign that makes a command of what follows it in
 * logs (log-safe.ts). Not the zero-width joiner and the choice of a picture: emoji need them. Made when there is something
 * to look for: the tables of Unicode take a millisecond.
 */
const hidden = (): RegExp =>
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\p{Surrogate}]|(?![\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|#(?=#(?:[a-z]+)?\[)/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Anything but what nearly all text is made of, none of which is hidden: most texts need no closer look. */
const unusual = /##|[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;

const unusualJson = /##|[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2190-\u21ff]/;

/** One line without surprises: `\n`, `\x1b`, `\u202e`, `\u{e0041}` stand for the characters themselves. */
export function visible(text: string): string {
  if (!unusual.test(text)) return text;
  return text.replace(hidden(), (character) => short[character] ?? escaped(character.codePointAt(0)!));
}

function escaped(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`;
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** The same for JSON text, where the result must still be JSON that means the same. */
export function visibleJson(json: string): string {
  if (!unusualJson.test(json)) return json;
  return json.replace(hidden(), (character) =>
    character === '\n'
      ? character
      : Array.from(
          { length: character.length },
          (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
        ).join(''),
  );
}
