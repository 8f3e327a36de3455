/** Which files of credentials a command of a shell would show to whoever runs it. By names; what a program computes nobody sees. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { credentialFile } from '@bnguard/engine/gates';

/** Programs that load, move or name files, and print none of what is in them. */
const silent =
  /^(?:\.|source|cp|mv|rm|touch|chmod|chown|ls|stat|test|\[|\[\[|git|mkdir|ln|echo|printf|export|set|unset|cd|docker|docker-compose|podman|dotenv|env|node|npm|npx|pnpm|yarn|bun|deno|python[\d.]*|pip[\d.]*|uv|poetry|go|cargo|java|make|bash|sh|zsh|find|wc|bnguard)$/;
const mostNamed = 20;

/** Absolute paths. @param cwd where the command runs */
export function filesShownBy(command: string, cwd: string): string[] {
  const found = new Set<string>();
  let folder = cwd;
  // Each simple command by itself; quotes keep nothing together that matters here.
  for (const part of command.split(/&&|\|\||[;|\n&]|\$\(|[`()]/)) {
    const words = part.replaceAll(/["']/g, '').replaceAll('<', ' < ').split(/\s+/).filter(Boolean);
    const program = words.find((word) => !/^\w+=/.test(word)) ?? '';
    const name = program.slice(program.lastIndexOf('/') + 1);
    if (name === 'cd' && words[1] !== undefined) folder = resolve(folder, atHome(words[1], folder));
    words.forEach((word, i) => {
      const isFed = words[i - 1] === '<';
      if (word === '<' || word.startsWith('-') || (silent.test(name) && !isFed)) return;
      for (const file of matching(atHome(word, folder), folder)) if (found.size < mostNamed) found.add(file);
    });
  }
  return [...found];
}

const atHome = (word: string, folder: string): string =>
  word.replace(/^~(?=\/|$)|^\$\{?HOME\}?(?=\/|$)/, homedir()).replace(/^\$\{?PWD\}?(?=\/|$)/, folder);

/** Files of credentials by their names, also where the word is a pattern. */
function matching(word: string, folder: string): string[] {
  const path = resolve(folder, word);
  if (!/[*?[{]/.test(word)) return credentialFile(path.split('\\').join('/')) === undefined ? [] : [path];
  try {
    const isMatch = picomatch(path.split('\\').join('/'), { dot: true });
    return readdirSync(dirname(path))
      .map((name) => join(dirname(path), name))
      .filter((one) => credentialFile(one) !== undefined && isMatch(one));
  } catch {
    return [];
  }
}
