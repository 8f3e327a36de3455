/** What a document is read for: which texts and which statements of code are worth the parser's time. */
import { hasLongRun } from '../candidates/shape.ts';
import { handedOn } from './code/handed-on.ts';
import { markNames, markValues, type Marks } from './code/relevance.ts';
import type { Run } from './code/run.ts';
import type { Tokens } from './code/tokens.ts';
import type { Binding } from '../types.ts';

export interface Interest {
  /** Whether a fence, a cell or a remark may hold something. */
  readonly inText: (text: string) => boolean;
  /** Whether the text of a value may hold something inside: JSON in a string, a script in YAML. */
  readonly inValue: (text: string) => boolean;
  /** Whether commented-out code and running text are read too. */
  readonly comments: boolean;
  /** The tokens worth reading; undefined where there is none. */
  readonly marks: (tokens: Tokens) => Marks | undefined;
  /** Bindings that follow from what was read: names that values get on their way. */
  readonly more: (run: Run) => readonly Binding[];
  /** Marks what is worth reading besides, now that this is known; whether there was any. */
  readonly follow: (run: Run, more: readonly Binding[]) => boolean;
}

/** A run that a credential, or a half of one, could be. Texts without one are not looked into. */
const run = /[A-Za-z0-9+/]{16}/;
/** As long is a whole credential inside other text. */
const longRun = 60;
/** A picture, a font or a sound holds no document, however long its runs are. */
const media = /^\s*data:(?:image|audio|video|font)\//i;
const wholeRun = /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/;

export const forCredentials: Interest = {
  inText: (text) => run.test(text),
  inValue: (text) => text.length >= 62 && hasLongRun(text, longRun) && !wholeRun.test(text) && !media.test(text),
  comments: true,
  marks: markValues,
  more: handedOn,
  follow: markNames,
};
