/** Words on a terminal: wrapping and padding by display width, and numbers with units. No colours, no content. */
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

/** `1 file`, `12,345 files`. */
export function count(n: number, noun: string, plural: string = `${noun}s`): string {
  return `${grouped(n)} ${n === 1 ? noun : plural}`;
}

/** `12,345`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `120 bytes`, `3.4 MB`; 1 KB is 1024 bytes, as in --max-file-size. */
export function size(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10));
  if (power === 0) return count(bytes, 'byte');
  const amount = bytes / 1024 ** power;
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${['', 'KB', 'MB', 'GB', 'TB'][power]}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
