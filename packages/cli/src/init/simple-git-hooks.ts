/** Hooks of simple-git-hooks: commands in package.json, each a script of its own. */
import { join } from 'node:path';
import type { Facts } from './facts.ts';
import { ahead, callsUs, gitHooks, type GitHook } from './hook-scripts.ts';
import { howToInstall } from './install.ts';
import { withValue } from './json-value.ts';
import { isThere } from '../small-file.ts';
import { isObject, simpleNames } from './managers.ts';
import type { Changes } from './part.ts';

/** Its hooks have the PATH of whoever calls git. */
const callOf = (hook: GitHook): string => `node_modules/.bin/bnguard hook ${hook} "$@"`;

export function simpleGitHooks(facts: Facts): Changes {
  const { top, packageJson, manifest } = facts;
  const file = simpleNames.find((name) => isThere(join(top, name)));
  const known = manifest?.['simple-git-hooks'] ?? {};
  const text = packageJson.kind === 'text' ? packageJson.text : '';
  const after = file === undefined && isObject(known) ? withHooks(text, known) : undefined;
  if (after === undefined) {
    return {
      edits: [],
      byHand: [
        `Add to ${file ?? 'the configuration of simple-git-hooks'}, in front of what is there:`,
        ...gitHooks.map((hook) => `  ${JSON.stringify(hook)}: ${JSON.stringify(callOf(hook))}`),
      ],
      afterwards: howToInstall(facts),
    };
  }
  if (after === text) return { edits: [], byHand: [], afterwards: howToInstall(facts) };
  return {
    edits: [{ path: join(top, 'package.json'), before: text, after }],
    byHand: [],
    afterwards: ['npx simple-git-hooks      # takes the new hooks over', ...howToInstall(facts)],
  };
}

/** Undefined where package.json is too odd to be added to. */
function withHooks(text: string, known: Readonly<Record<string, unknown>>): string | undefined {
  let after: string | undefined = text;
  for (const hook of gitHooks) {
    const before = known[hook];
    const old = typeof before === 'string' ? before.trim() : '';
    if (callsUs(old, hook)) continue;
    if (before !== undefined && typeof before !== 'string') return undefined;
    const value: string = old === '' ? callOf(hook) : ahead(hook, callOf(hook)) + old;
    after = after === undefined ? undefined : withValue(after, ['simple-git-hooks', hook], value);
  }
  return after;
}
