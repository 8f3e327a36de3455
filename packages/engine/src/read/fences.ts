/** The fenced blocks of Markdown: where each stands, and what its first line calls its language. */
import type { Span } from '../types.ts';

export interface Fence {
  readonly info: string;
  /** Its content, without the lines of the marks. */
  readonly body: Span;
  /** All of it. */
  readonly span: Span;
}

const fence = /^([ \t>]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)(?:^[ \t>]*\2[`~]*[ \t]*$|(?![\s\S]))/gm;

export function* fencesOf(text: string): Generator<Fence> {
  for (const match of text.matchAll(fence)) {
    const start = match.index + match[0].indexOf('\n') + 1;
    yield {
      info: match[3] ?? '',
      body: { start, end: start + (match[4] ?? '').length },
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
}
