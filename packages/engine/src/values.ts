/** For fronts with a parser of their own: text values that know where each of their characters stands. */
export { escapedText } from './read/code/strings.ts';
export { concat, extentOf, slice, verbatim } from './read/pieces.ts';
