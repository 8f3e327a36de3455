/**
 * Code → bindings and calls, for every language at once. It is no grammar: it looks for what carries values in all
 * of them (names before `=`, `:` or `=>`, arguments in parentheses, entries in braces and brackets, literals joined by
 * operators) and takes the rest as noise. Works on fragments and broken code; linear in the number of tokens.
 */
import type { Binding, Call, Span } from '../types.ts';
import { readStatements } from './code/items.ts';
import { lex } from './code/lexer.ts';
import type { Marks } from './code/relevance.ts';
import { Run } from './code/run.ts';
import type { Tokens } from './code/tokens.ts';
import type { Interest } from './interest.ts';
import type { Language } from './languages.ts';

/** So often may a value get another name. */
const maxHops = 3;

export interface Parsed {
  readonly bindings: Binding[];
  readonly calls: Call[];
  readonly comments: readonly Span[];
}

/**
 * Reads the part [from, to) of a text as code of the language. Statements that hold no value worth knowing, nor the
 * name of one, are passed over: in most files that is nearly all of them.
 */
export function parse(
  text: string,
  language: Language,
  interest: Interest,
  from = 0,
  to: number = text.length,
): Parsed {
  const tokens = lex(text, language, from, to);
  const { comments } = tokens;
  const marks = interest.marks(tokens);
  if (!marks) return { bindings: [], calls: [], comments };
  let run = readAll(tokens, marks);
  let others = interest.more(run);
  // Where a value was bound to a name, the statements that use the name are read too; they may give it another name.
  for (let hop = 0; hop < maxHops && interest.follow(run, others); hop += 1) {
    run = readAll(tokens, marks);
    others = interest.more(run);
  }
  const { bindings, calls } = run;
  for (const binding of others) bindings.push(binding);
  return { bindings, calls, comments };
}

function readAll(tokens: Tokens, marks: Marks): Run {
  const run = new Run(tokens, marks);
  const sink = run.bindings;
  readStatements(run, 0, tokens.length, { kind: 'block', path: [], container: 0, sink, newlines: true, depth: 0 });
  return run;
}
