/**
 * The last gate before anything is shown. The engine hands out no values, but a path, a branch or an error can hold
 * one: every key-shaped run is cut to its first four characters. Not a detector: it knows shape and nothing else.
 */
import { everyString } from './every-string.ts';

/** A half of a key and more: shorter pieces are in names by chance. */
const longRun = /[A-Za-z0-9]{20,}/g;
/** Shorter ones count where a key that begins so was found: people name files and branches after their keys. */
const shortRun = /[A-Za-z0-9]{6,}/g;

/**
 * Cuts every run that mixes upper case, lower case and digits as a key does: `Nhqp…`. Names and hex stay.
 * @param masks the first four characters of values that were found
 */
export function redact(text: string, masks?: ReadonlySet<string>): string {
  const safe = text.replace(longRun, (run) => (isMixed(run) ? `${run.slice(0, 4)}…` : run));
  if (masks === undefined || masks.size === 0) return safe;
  return safe.replace(shortRun, (run) => (masks.has(run.slice(0, 4)) && !isWord(run) ? `${run.slice(0, 4)}…` : run));
}

/** In a key two neighbours of three are of different classes; in a name of words one of three. */
function isMixed(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false;
  return run.length >= 60 || changesIn(run) >= 0.4 * run.length;
}

/** `Trader`, `test2026`, `HTTP`, `loadKeys`: what people make names of. */
const isWord = (run: string): boolean =>
  /^[0-9a-f]{32,}$/.test(run) || /^(?:[A-Z]?[a-z]+){1,3}\d*$|^[A-Z]+\d*$|^\d+$/.test(run);

const changesIn = (run: string): number => run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;

/** The same data with every string in it redacted. For plain data without cycles, such as a Report. */
export function redactAll<T>(data: T): T {
  const masks = masksIn(data);
  return everyString(data, (text) => redact(text, masks));
}

/** The beginnings of all values that a report shows. */
function masksIn(data: unknown): Set<string> {
  const { findings = [], suppressed = [] } = (data ?? {}) as Partial<Record<'findings' | 'suppressed', unknown>>;
  const all = [findings, suppressed].flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  const masks = all.map((finding) => (finding as { masked?: unknown }).masked);
  return new Set(masks.flatMap((mask) => (typeof mask === 'string' && mask.length === 5 ? [mask.slice(0, 4)] : [])));
}
