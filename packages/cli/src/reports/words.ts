/** Numbers with units, lists and names, as sentences have them. */

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

/** `+9`, `-3`, `+2.5`. */
export function signedBits(bits: number): string {
  const rounded = Math.round(bits * 10) / 10;
  return rounded < 0 ? String(rounded) : `+${rounded}`;
}

/** As people call a ref: `main`, `v1`, `origin/main`. */
export const shortRef = (name: string): string => name.replace(/^refs\/(?:heads|remotes|tags)\//, '');
