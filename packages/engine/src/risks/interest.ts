/**
 * Reading for risks: the statements around the words that rules look for, and those that give a value to the names in
 * them. What is commented out is not read: a setting behind `#` is off, where a key behind it has leaked.
 */
import { markMatching, markReferences } from '../read/code/relevance.ts';
import type { Interest } from '../read/interest.ts';
import { needed } from './gate.ts';

/** A setting with its name, in a text that has more than one line or is a mapping by itself. */
const settingInside = /^\s*[{[]|[\w"'][ \t]*[:=][^\n]*\n/;
const longestInside = 1 << 20;

export const forRisks: Interest = {
  inText: (text) => text.search(needed) >= 0,
  inValue: (text) =>
    text.length >= 8 && text.length <= longestInside && settingInside.test(text) && text.search(needed) >= 0,
  comments: false,
  marks: (tokens) => markMatching(tokens, needed),
  more: () => [],
  follow: (run) => markReferences(run),
};
