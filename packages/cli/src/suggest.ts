/** The nearest valid name for a mistyped one, for flags' values, configuration keys and rule ids. */
import { closest, distance } from 'fastest-levenshtein';

/** The candidate that differs least from `word`, or undefined where none is near (more than about a third differs). */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || word.length > 40) return undefined;
  const folded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
  const found = closest(fold(word), [...folded.keys()]);
  const allowed = Math.max(1, Math.round(Math.max(word.length, found.length) * 0.4));
  return distance(fold(word), found) <= allowed ? folded.get(found) : undefined;
}

/** ` (did you mean high?)`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const name = nearest(word, candidates);
  return name === undefined ? '' : ` (did you mean ${name}?)`;
}

/** `failOn`, `fail-on` and `fail_on` are the same slip. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}
