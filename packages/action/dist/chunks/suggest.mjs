import { closest, distance } from "./first.mjs";
// ../cli/dist/suggest.js
/** The nearest valid name for a mistyped one, for flags' values, configuration keys and rule ids. */
/** The candidate that differs least from `word`, or undefined where none is near (more than about a third differs). */
function nearest(word, candidates) {
	if (candidates.length === 0 || word.length > 40) return void 0;
	const folded = new Map(candidates.map((candidate) => [fold(candidate), candidate]));
	const found = closest(fold(word), [...folded.keys()]);
	const allowed = Math.max(1, Math.round(Math.max(word.length, found.length) * .4));
	return distance(fold(word), found) <= allowed ? folded.get(found) : void 0;
}
/** ` (did you mean high?)`, or nothing. */
function didYouMean(word, candidates) {
	const name = nearest(word, candidates);
	return name === void 0 ? "" : ` (did you mean ${name}?)`;
}
/** `failOn`, `fail-on` and `fail_on` are the same slip. */
function fold(word) {
	return word.toLowerCase().replace(/[-_ ]/g, "");
}
export { didYouMean };
