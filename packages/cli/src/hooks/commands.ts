/** Which files a command of a shell would show to whoever runs it, by their names. What a program computes nobody sees. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { credentialFile } from '@bnguard/engine/gates';

/** Programs that print the files they are given: whatever these are called. */
const printers =
  /^(?:cat|bat|batcat|head|tail|less|more|nl|tac|strings|xxd|hexdump|od|base64|grep|egrep|fgrep|rg|ag|sed|awk|gawk|cut|sort|uniq|jq|yq|diff|column|paste|fold|rev|type|Get-Content|gc)$/;
/** Programs that load, move or name files, and print none of what is in them. */
const silent =
  /^(?:\.|source|cp|mv|rm|touch|chmod|chown|ls|stat|test|\[|\[\[|git|mkdir|ln|echo|printf|export|set|unset|cd|docker|docker-compose|podman|dotenv|node|npm|npx|pnpm|yarn|bun|deno|python[\d.]*|pip[\d.]*|uv|poetry|go|cargo|java|make|find|wc|bnguard)$/;
/** Programs that run another one, which follows. */
const runners = /^(?:bash|sh|zsh|dash|sudo|doas|env|xargs|time|nohup|command|exec|nice|stdbuf)$/;
/** Commands of git that print files. */
const gitPrinters = /^(?:diff|show|grep|blame|cat-file|log)$/;
const mostNamed = 20;

/** Absolute paths, of files that may not be there. @param cwd where the command runs */
export function filesShownBy(command: string, cwd: string): string[] {
  const found = new Set<string>();
  let folder = cwd;
  // Each simple command by itself; quotes keep nothing together that matters here.
  for (const part of command.split(/&&|\|\||[;|\n&]|\$\(|[`()]/)) {
    const words = part.replaceAll(/["']/g, '').replaceAll('<', ' < ').split(/\s+/).filter(Boolean);
    const at = words.findIndex((word) => !/^\w+=|^-/.test(word) && !runners.test(nameOf(word)));
    const name = nameOf(words[at] ?? '');
    if (name === 'cd' && words[at + 1] !== undefined) folder = resolve(folder, atHome(words[at + 1]!, folder));
    const isPrinter = printers.test(name) || (name === 'git' && gitPrinters.test(words[at + 1] ?? ''));
    words.forEach((word, i) => {
      const isFed = words[i - 1] === '<';
      if (i === at || word === '<' || word.startsWith('-') || (!isPrinter && !isFed && silent.test(name))) return;
      for (const file of matching(atHome(word, folder), folder, isPrinter || isFed)) {
        if (found.size < mostNamed) found.add(file);
      }
    });
  }
  return [...found];
}

const nameOf = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

const atHome = (word: string, folder: string): string =>
  word.replace(/^~(?=\/|$)|^\$\{?HOME\}?(?=\/|$)/, homedir()).replace(/^\$\{?PWD\}?(?=\/|$)/, folder);

/** What a word names, also as a pattern. @param any also what has no name of a credential file */
function matching(word: string, folder: string, any: boolean): string[] {
  const path = resolve(folder, word);
  const counts = (one: string): boolean => any || credentialFile(one.split('\\').join('/')) !== undefined;
  if (!/[*?[{]/.test(word)) return counts(path) ? [path] : [];
  try {
    const isMatch = picomatch(path.split('\\').join('/'), { dot: true });
    return readdirSync(dirname(path))
      .map((name) => join(dirname(path), name))
      .filter((one) => isMatch(one) && counts(one));
  } catch {
    return [];
  }
}
