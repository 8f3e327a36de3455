/** Names in a text that is not read. */
import type { Span } from '../types.ts';

/** Longer names are cut. */
const longest = 80;

/** The name around a place, its steps and dashes included: `client.withdraw-all`. */
export function nameAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < longest && isOfName(text.charCodeAt(start - 1))) start -= 1;
  let end = at;
  while (end < text.length && end - at < longest && isOfName(text.charCodeAt(end))) end += 1;
  return { start, end };
}

function isOfName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || // a
    (code >= 65 && code <= 90) || // A
    (code >= 48 && code <= 57) || // 0
    code === 95 || // _
    code === 46 || // .
    code === 45 // -
  );
}
