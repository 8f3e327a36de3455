/** Words on a terminal: wrapping and padding by display width. No colours, no content. */
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines of at most `width` columns, all indented by `indent`; `lead` stands before the first word, the rest hangs. */
export function paragraph(text: string, width: number, indent: number, lead = ''): string[] {
  const hang = indent + stringWidth(lead);
  const lines = wrapAnsi(text, Math.max(20, width - hang), { hard: true }).split('\n');
  return lines.map((line, i) => (i === 0 ? ' '.repeat(indent) + lead : ' '.repeat(hang)) + line);
}

/** Fills up with spaces to `columns` terminal columns. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** The columns of the widest text; 0 for none. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0);
}
