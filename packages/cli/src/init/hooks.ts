/** The hooks, by whatever manager the repository has; existing ones are kept and called. */
import type { Facts } from './facts.ts';
import type { Own } from './hook-scripts.ts';
import type { Changes, Part } from './part.ts';

/** @param program this one, for hooks that are not committed */
export async function hookPart(facts: Facts, program: Own): Promise<Part> {
  const { manager, packageJson } = facts;
  const { edits, byHand, afterwards = [] } = await byManager(facts, program);
  const name = manager === 'git' ? 'git’s own hooks' : manager;
  // A manager that stands in it would not be seen.
  const odd =
    packageJson.kind === 'other' ? [`package.json ${packageJson.why}, so what it says of hooks is not known.`] : [];
  return {
    edits,
    byHand: [...odd, ...byHand],
    afterwards,
    name: 'hook',
    isUsual: true,
    says: facts.isBare
      ? 'Server (git’s own hooks): no push brings a key.'
      : `Hooks (${name}): no key gets into a commit, its message, or a push.`,
  };
}

async function byManager(facts: Facts, program: Own): Promise<Changes> {
  switch (facts.manager) {
    case 'git':
      return (await import('./plain-hooks.ts')).plainHooks(facts, program);
    case 'husky':
      return (await import('./husky.ts')).husky(facts);
    case 'husky 4':
      return (await import('./husky.ts')).husky4();
    case 'simple-git-hooks':
      return (await import('./simple-git-hooks.ts')).simpleGitHooks(facts);
    case 'lefthook':
      return (await import('./lefthook.ts')).lefthook(facts);
    case 'pre-commit':
      return (await import('./pre-commit.ts')).preCommit(facts);
    default:
      return facts.manager satisfies never;
  }
}
