/** Values of a single token, as most are: they need none of the machinery of expression.ts. */
import type { Value } from '../../types.ts';
import { verbatim } from '../pieces.ts';
import { accessing } from './operators.ts';
import type { Operand } from './run.ts';
import { stringValue } from './strings.ts';
import { isLongWord, nameAt } from './structure.ts';
import { Kind, type Tokens } from './tokens.ts';
import { Word } from './words.ts';

/** The value of [from, to) where that is a single token and a value. */
export function soleOperand(tokens: Tokens, from: number, to: number): Operand | undefined {
  if (to - from !== 1) return undefined;
  const value = soleValue(tokens, from);
  return value && { value, span: { start: tokens.start[from]!, end: tokens.end[from]! } };
}

function soleValue(tokens: Tokens, at: number): Value | undefined {
  if (tokens.kind[at] === Kind.string) return stringValue(tokens, at);
  if (tokens.kind[at] !== Kind.word) return undefined;
  if (isLongWord(tokens, at)) return verbatim(tokens.text, tokens.start[at]!, tokens.end[at]!);
  if (tokens.detail[at] === 0) return { kind: 'ref', path: [nameAt(tokens, at)] };
  return isScalar(tokens, at) ? { kind: 'scalar', text: tokens.slice(at) } : undefined;
}

/** `1`, `true`, but not the first word of `1.toString()`. */
export function isScalar(tokens: Tokens, at: number): boolean {
  return tokens.means(at, Word.scalar) && !accessing[tokens.kind[at + 1]!];
}
