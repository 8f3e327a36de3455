/**
 * Mail in quoted-printable: lines cut by `=` at their ends and characters written `=C3=A4`. The body is read as if it
 * had never been encoded, so that a value that the mail program cut in two is whole.
 */
import type { Binding } from '../types.ts';
import { TextBuilder } from './pieces.ts';

/** The header that says that what follows is encoded so. */
const header = /^Content-Transfer-Encoding:[ \t]*quoted-printable[ \t]*\r?$/gim;
const encoded = /=(?:\r?\n|[0-9A-F]{2})/g;
/** A part ends at the boundary of the mail's parts, and before another such header. */
const ending = /\r?\n(?:--[\w'()+,./:=?-]{1,70}|Content-Transfer-Encoding:)/gi;

/** Each encoded part as one value without a name. */
export function quotedPrintable(text: string): Binding[] {
  const parts: Binding[] = [];
  for (const { index, 0: line } of text.matchAll(header)) {
    const start = index + line.length;
    ending.lastIndex = start;
    const end = ending.exec(text)?.index ?? text.length;
    const builder = new TextBuilder(text);
    let at = start;
    for (const { index: inside, 0: escape } of text.slice(start, end).matchAll(encoded)) {
      const from = start + inside;
      builder.copy(at, from);
      at = from + escape.length;
      // What is beyond ASCII tells nothing here: a letter stands for each of its bytes.
      const code = escape.includes('\n') ? 0 : Number.parseInt(escape.slice(1), 16);
      if (code > 0) builder.replace(code < 0x80 ? String.fromCharCode(code) : 'ä', from, at);
    }
    builder.copy(at, end);
    parts.push({ path: [], via: 'bare', value: builder.value(), span: { start, end }, container: 0 });
  }
  return parts;
}
