/** Hooks of husky: lines in the files that people write, never in those that husky generates. */
import { quoted } from '../shell.ts';
import { dirname, join, relative, sep } from 'node:path';
import type { Edit } from './edit.ts';
import type { Facts } from './facts.ts';
import { ahead, callsUs, gitHooks, insertedAt, isShell, type GitHook } from './hook-scripts.ts';
import { howToInstall } from './install.ts';
import { isThere } from '../small-file.ts';
import { isExecutable, lookAt, textAt } from './look.ts';
import { versionOf } from './managers.ts';
import type { Changes } from './part.ts';

/** Until husky 8 each hook read this, which runs the whole hook again and ends: what stands before runs twice. */
const sourcing = /^[ \t]*(?:\.|source)[ \t].*husky\.sh.*\n?/m;

export function husky(facts: Facts): Changes {
  const { top, manifest, hooksFolder } = facts;
  const folder = facts.husky ?? join(top, '.husky');
  // Before husky 9, git calls the files themselves.
  const isDirect = hooksFolder === folder || isOld(folder, versionOf(manifest, 'husky'));
  const below = shown(top, dirname(folder));
  const program = below === '' ? 'node_modules/.bin/bnguard' : shellWord(`${below}/node_modules/.bin/bnguard`);
  const edits: Edit[] = [];
  const byHand: string[] = [];
  const afterwards: string[] = [];
  for (const hook of gitHooks) {
    const path = join(folder, hook);
    const name = shown(top, path);
    const found = lookAt(path);
    const text = found.kind === 'text' ? found.text : undefined;
    const isNew = found.kind === 'nothing';
    const inPath = !isDirect && below === '' && !sourcing.test(text ?? '');
    const call = `${inPath ? 'bnguard' : program} hook ${hook} "$@"`;
    if (text !== undefined && !isExecutable(path) && isDirect) {
      byHand.push(`${name} may not be executed, so git does not call it: chmod +x ${name}`);
    }
    if (text !== undefined && callsUs(text, hook)) continue;
    if (isNew) edits.push({ path, before: undefined, after: fresh(call, isDirect, folder), isExecutable: true });
    else if (text !== undefined && isShell(text)) edits.push({ path, before: text, after: withCall(text, hook, call) });
    else byHand.push(`${name} ${found.kind === 'other' ? found.why : 'is no shell script'}. Call in it: ${call}`);
  }
  if (!isThere(folder)) afterwards.push('husky is in package.json, but not set up: npx husky init');
  else if (facts.husky === undefined) {
    afterwards.push(`The hooks in .husky are not active until: npx husky${isDirect ? ' install' : ''}`);
  }
  const isInstalled = isThere(join(dirname(folder), 'node_modules/.bin/bnguard'));
  const where = below === '' ? '' : `      # in ${below}`;
  afterwards.push(...howToInstall({ isInstalled }).map((line) => line + where));
  return { edits, byHand, afterwards };
}

function isOld(folder: string, version: string | undefined): boolean {
  if (version !== undefined) return /^\D*[5-8](?:\D|$)/.test(version);
  return gitHooks.some((hook) => sourcing.test(textAt(join(folder, hook)) ?? ''));
}

function fresh(call: string, isDirect: boolean, folder: string): string {
  if (!isDirect) return `${call}\n`;
  const source = isThere(join(folder, '_/husky.sh')) ? '. "$(dirname -- "$0")/_/husky.sh"\n\n' : '';
  return `#!/usr/bin/env sh\n${source}${call}\n`;
}

function withCall(text: string, hook: GitHook, call: string): string {
  const source = sourcing.exec(text);
  const at = source ? source.index + source[0].length : (/^#!.*\n?/.exec(text)?.[0].length ?? 0);
  const hasMore = text.slice(at).trim() !== '';
  return insertedAt(text, at, hasMore ? ahead(hook, call) : `${call}\n`);
}

const shown = (top: string, path: string): string => relative(top, path).split(sep).join('/');
const shellWord = (word: string): string => (/^[\w./-]+$/.test(word) ? word : quoted(word));

/** Its hooks are in package.json or a file of its own, with the arguments and the input in variables. */
export function husky4(): Changes {
  const program = 'node_modules/.bin/bnguard hook';
  return {
    edits: [],
    byHand: [
      'Add to the hooks of husky 4, in front of what is there:',
      `  "pre-commit": "${program} pre-commit"`,
      `  "pre-merge-commit": "${program} pre-merge-commit"`,
      `  "commit-msg": "${program} commit-msg $HUSKY_GIT_PARAMS"`,
      `  "pre-push": "printf '%s\\\\n' \\"$HUSKY_GIT_STDIN\\" | ${program} pre-push $HUSKY_GIT_PARAMS"`,
    ],
  };
}
