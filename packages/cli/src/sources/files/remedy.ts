/** Which line in which ignore file keeps a file out, and what tells that none does. Writes nothing. */
import { credentialFile } from '@bnguard/engine/gates';
import type { Decision } from '../../git/ignored.ts';

export interface Remedy {
  readonly file: string;
  readonly line: string;
}

/**
 * The line goes to the file whose rule takes the path back in, else to the one at the top: only a rule that comes later
 * or stands deeper wins.
 */
export function gitRemedy(path: string, { isIgnored, source }: Decision): Remedy {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const file =
    !isIgnored && source !== undefined && /(?:^|\/)\.gitignore$/.test(source) && !source.startsWith('/')
      ? source
      : '.gitignore';
  // A name that only credentials have is kept out wherever it turns up.
  const isOwn = credentialFile(path)?.kind !== 'bot' || credentialFile(name)?.isDedicated === true;
  const folder = file.slice(0, -'.gitignore'.length);
  return { file, line: isOwn ? escaped(name) : `/${escaped(path.slice(folder.length))}` };
}

/** As a pattern that matches just this text. */
export function escaped(text: string): string {
  return text
    .replace(/[\\*?[\]]/g, String.raw`\$&`)
    .replace(/^[#!]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `);
}

/** Why git would add it, as a sentence fragment. `rules`: the text of the ignore file at the top, if there is one. */
export function whyAddable(path: string, { source, line, pattern }: Decision, rules: string | undefined): string {
  if (source !== undefined) return `${source}:${String(line)} takes it back in with ${pattern!}`;
  if (rules === undefined) return 'there is no .gitignore';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const lines = rules.split(/\r?\n/, 100_000);
  const about = (form: (text: string) => boolean): number => lines.findIndex((text) => text.length < 200 && form(text));
  const commented = about((text) => text.startsWith('#') && text.replace(/^#+\s*\/?/, '').trim() === name);
  if (commented >= 0) return `the rule in .gitignore:${String(commented + 1)} is commented out`;
  const folders = about((text) => text.replace(/^\//, '').trim() === `${name}/`);
  if (folders >= 0) return `the rule ${name}/ in .gitignore:${String(folders + 1)} covers folders only`;
  const anchored = about((text) => text.trim() === `/${name}`);
  if (anchored >= 0) return `the rule /${name} in .gitignore:${String(anchored + 1)} covers only the one at the top`;
  return 'no rule of .gitignore covers it';
}
