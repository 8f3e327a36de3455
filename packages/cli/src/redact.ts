/**
 * The last gate before anything is shown. The engine hands out no values, but a path, a branch or an error can hold
 * one: every key-shaped run is cut to its first four characters. Not a detector: it knows shape and nothing else.
 */

const longRun = /[A-Za-z0-9]{60,}/g;

/** Cuts every run of 60 and more letters and digits that mixes upper case, lower case and digits: `Nhqp…`. */
export function redact(text: string): string {
  return text.replace(longRun, (run) =>
    /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run) ? `${run.slice(0, 4)}…` : run,
  );
}

/** The same data with every string in it redacted. For plain data without cycles, such as a Report. */
export function redactAll<T>(data: T): T {
  if (typeof data === 'string') return redact(data) as T;
  if (Array.isArray(data)) return data.map(redactAll) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, redactAll(value)])) as T;
}
