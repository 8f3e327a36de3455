/** The hooks of git itself, in its own folder or the one that core.hooksPath names. */
import { basename, dirname, join, relative, sep } from 'node:path';
import { isInside } from '../sources/names.ts';
import type { Edit } from './edit.ts';
import type { Facts } from './facts.ts';
import { extended, gitHooks, hookScript, keptName, type GitHook, type Own } from './hook-scripts.ts';
import { howToInstall } from './install.ts';
import { freeName, oldHook } from './old-hook.ts';
import { realOf } from './look.ts';
import type { Changes } from './part.ts';

/** @param program this one, for hooks that are not committed */
export function plainHooks(facts: Facts, program: Own): Changes {
  const { hooksFolder, hooksIn, isBare, commonFolder, top } = facts;
  const hooks: readonly GitHook[] = isBare ? ['pre-receive'] : gitHooks;
  if (hooksIn === 'outside') {
    return {
      edits: [],
      byHand: [
        `The hooks are in ${hooksFolder}, which may serve other repositories too, so nothing is written there. Add to them:`,
        ...hooks.map((hook) => `  bnguard hook ${hook} "$@"`),
      ],
    };
  }
  // A program in the work tree is one that a commit can change.
  const isElsewhere = isBare || !program.some((path) => isInTrees(path, facts) || isInTrees(realOf(path), facts));
  const own = hooksIn === 'git' && isElsewhere ? program : undefined;
  const edits: Edit[] = [];
  const byHand: string[] = [];
  const afterwards: string[] = [];
  for (const hook of hooks) {
    const path = join(hooksFolder, hook);
    const name = isInside(path, commonFolder)
      ? `.git/${relative(commonFolder, path).split(sep).join('/')}`
      : relative(top, path).split(sep).join('/');
    const old = oldHook(path, hook);
    switch (old.kind) {
      case 'ours':
        break;
      case 'none':
        edits.push({ path, before: undefined, after: hookScript(hook, own, undefined), isExecutable: true });
        break;
      case 'shell':
        edits.push({ path, before: old.text, after: extended(old.text, hook, own) });
        break;
      case 'kept': {
        const keptAs = freeName((n) => join(hooksFolder, keptName(hook, n)));
        const after = hookScript(hook, own, basename(keptAs));
        edits.push({ path, before: undefined, after, isExecutable: true, keptAs });
        if (old.isAsleep)
          afterwards.push(`${name} may not be executed, so git never called it, and neither does ours.`);
        break;
      }
      case 'byHand':
        byHand.push(`${name} ${old.why}. Call in it: bnguard hook ${hook} "$@"`);
        break;
      default:
        old satisfies never;
    }
  }
  if (hooksIn === 'tree') afterwards.push(...howToInstall(facts));
  return { edits, byHand, afterwards };
}

/** Whether a path is in a work tree of this repository, as far as one sees. */
const isInTrees = (path: string, { top, commonFolder }: Facts): boolean =>
  isInside(path, top) || (basename(commonFolder) === '.git' && isInside(path, dirname(commonFolder)));
