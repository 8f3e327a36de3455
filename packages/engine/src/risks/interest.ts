/**
 * Reading for risks: the statements around the words that rules look for, and those that give a value to the names in
 * them, or use the addresses in them. What is commented out is not read: a setting behind `#` is off, where a key behind it has leaked.
 */
import { markMatching, markReferences, markUses } from '../read/code/relevance.ts';
import type { Interest } from '../read/interest.ts';

/** How a text begins that is a document of its own: settings, a mapping, a script. */
const documentInside =
  /^\s*(?:[{[<]|#!|["'\w.-]{1,80}\s{0,8}[:=]|(?:export|import|from|const|let|var|package|use|def|class|function|set)\s)/;
const longestInside = 1 << 18;

const address = /^(?:https?|wss?):\/\//;

/** @param words what the rules that may find something look for */
export function forRisks(words: RegExp): Interest {
  const inText = (text: string): boolean => text.search(words) >= 0;
  return {
    inText,
    inValue: (text) => text.length >= 8 && text.length <= longestInside && documentInside.test(text) && inText(text),
    comments: false,
    marks: (tokens) => markMatching(tokens, words),
    more: () => [],
    follow(run) {
      const hasReferences = markReferences(run);
      // An address in a constant is what the statements say that use it.
      return markUses(run, (text) => address.test(text) && `"${text}"`.search(words) >= 0) || hasReferences;
    },
  };
}
