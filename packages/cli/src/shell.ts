/** Words as a POSIX shell takes them. */

/** Between single quotes, whatever is in it. */
export const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
