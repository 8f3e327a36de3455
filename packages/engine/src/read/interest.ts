/**
 * What a document is read for. Credentials are long texts, so what holds none is passed over; a risk may be any value,
 * so all is read, except what is commented out: a setting behind `#` is off, a key behind it has leaked.
 */
import { hasLongRun } from '../candidates/shape.ts';
import { markAll, markValues, type Marks } from './code/relevance.ts';
import type { Tokens } from './code/tokens.ts';

export interface Interest {
  /** Whether a fence, a cell or a remark may hold something. */
  readonly inText: (text: string) => boolean;
  /** Whether the text of a value may hold something inside: JSON in a string, a script in YAML. */
  readonly inValue: (text: string) => boolean;
  /** Whether commented-out code and running text are read too. */
  readonly comments: boolean;
  /** The tokens worth reading; undefined where there is none. */
  readonly marks: (tokens: Tokens) => Marks | undefined;
}

/** A run that a credential, or a half of one, could be. Texts without one are not looked into. */
const run = /[A-Za-z0-9+/]{16}/;
/** As long is a whole credential inside other text. */
const longRun = 60;
const wholeRun = /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/;

export const forCredentials: Interest = {
  inText: (text) => run.test(text),
  inValue: (text) => text.length >= 62 && hasLongRun(text, longRun) && !wholeRun.test(text),
  comments: true,
  marks: markValues,
};

/** A setting with its name, in a text that has more than one line or is a mapping by itself. */
const settingInside = /^\s*[{[]|[\w"'][ \t]*[:=][^\n]*\n/;
const longestInside = 1 << 20;

export const forRisks: Interest = {
  inText: () => true,
  inValue: (text) => text.length >= 8 && text.length <= longestInside && settingInside.test(text),
  comments: false,
  marks: markAll,
};
