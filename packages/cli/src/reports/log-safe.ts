/**
 * What the logs of CI systems would obey: GitHub Actions takes a line that begins with `::name::` for a command, and it
 * and Azure Pipelines take `##[name]` and `##vso[name]` anywhere in a line. Whoever names a file could write one.
 */

/** The same text for people, and no command. For text of several lines; not for JSON, HTML or commands that are meant. */
export function logSafe(text: string): string {
  if (!text.includes('::')) return text;
  return text.replace(/^([^\S\n]*):(?=:[^\n]*::)/gm, '$1\\x3a');
}
