/**
 * The last gate before anything is shown. The engine hands out no values, but a path, a branch or an error can hold
 * one: every key-shaped run is cut to its first four characters. Not a detector: it knows shape and nothing else.
 */
import { everyString } from './every-string.ts';

/** A half of a key and more: shorter pieces are in names by chance. */
const longRun = /[A-Za-z0-9]{20,}/g;

/** Cuts every run that mixes upper case, lower case and digits as a key does: `Nhqp…`. Names and hex stay. */
export function redact(text: string): string {
  return text.replace(longRun, (run) => (isMixed(run) ? `${run.slice(0, 4)}…` : run));
}

/** In a key two neighbours of three are of different classes; in a name of words one of three. */
function isMixed(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
  if (run.length >= 60) return true;
  const changes = run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes >= 0.4 * run.length;
}

/** The same data with every string in it redacted. For plain data without cycles, such as a Report. */
export function redactAll<T>(data: T): T {
  return everyString(data, redact);
}
