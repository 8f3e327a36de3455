/** picomatch patterns from a repository that may be hostile: each match ends, however the pattern was made. */
import { createContext, Script } from 'node:vm';
import picomatch from 'picomatch';

/** Milliseconds for one path. Honest patterns take microseconds. */
const patience = 250;

/**
 * Whether a path matches; remembers its answers. Throws what picomatch throws for a malformed pattern, and on a match
 * that takes too long an Error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT`.
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  const matches = picomatch(pattern, { dot: true, strictBrackets: true });
  const known = new Map<string, boolean>();
  return (path) => {
    let answer = known.get(path);
    if (answer === undefined) {
      answer = isTame(pattern, path) ? matches(path) : withinTime(() => matches(path));
      known.set(path, answer);
    }
    return answer;
  };
}

/**
 * picomatch makes a regular expression that backtracks: each run of stars multiplies the work by the path's length.
 * Up to three runs and 300 characters were measured at 25 ms at worst (2026-11); `a*` fifteen times never ends.
 */
function isTame(pattern: string, path: string): boolean {
  return path.length <= 300 && !/[+@?*!]\(/.test(pattern) && (pattern.match(/\*+/g) ?? []).length <= 3;
}

const room: { match?: () => boolean } = {};
const context = createContext(room);
const script = new Script('match()');

/** A time limit that even a regular expression obeys needs node:vm, which costs 0.15 ms a call. */
function withinTime(match: () => boolean): boolean {
  room.match = match;
  return script.runInContext(context, { timeout: patience }) as boolean;
}
