/** What stands before something on its line. */
import { lineStart } from '../../lines.ts';

export function lineBefore(text: string, at: number): string {
  return text.slice(lineStart(text, at, 2000), at);
}
