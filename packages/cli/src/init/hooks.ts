/** The hooks, by whatever manager the repository has; existing ones are kept and called. */
import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import { applyEdits, modify, parse } from 'jsonc-parser';
import { ownVersion } from '../version.ts';
import { isThere, textOf, type Edit } from './edit.ts';
import { lefthookNames, type Facts } from './facts.ts';
import { callsUs, gitHooks, hookScript, huskyLines, keptName, type GitHook } from './hook-scripts.ts';
import type { Part } from './part.ts';

type Found = Pick<Part, 'edits' | 'byHand'>;

/** @param own this program, for hooks that are not committed */
export async function hookPart(facts: Facts, own: readonly [node: string, bin: string]): Promise<Part> {
  const { manager } = facts;
  const found = await byManager(facts, own);
  const name = manager === 'git' ? 'git’s own hooks' : manager;
  return {
    ...found,
    name: 'hook',
    isUsual: true,
    says: facts.isBare
      ? 'Server (git’s own hooks): no push brings a key.'
      : `Hooks (${name}): no key gets into a commit, its message, or a push.`,
  };
}

function byManager(facts: Facts, own: readonly [string, string]): Found | Promise<Found> {
  switch (facts.manager) {
    case 'git':
      return plain(facts, own);
    case 'husky':
      return husky(facts);
    case 'simple-git-hooks':
      return simple(facts);
    case 'lefthook':
      return lefthook(facts);
    case 'pre-commit':
      return framework(facts);
    default:
      return facts.manager satisfies never;
  }
}

function plain({ hooksFolder, hooksIn, isBare, top }: Facts, own: readonly [string, string]): Found {
  const hooks: readonly GitHook[] = isBare ? ['pre-receive'] : gitHooks;
  if (hooksIn === 'outside') {
    return {
      edits: [],
      byHand: [
        `core.hooksPath leads to ${hooksFolder}, which may serve other repositories too, so nothing is written there. Add to its hooks:`,
        ...hooks.map((hook) => `  bnguard hook ${hook} "$@"`),
      ],
    };
  }
  const edits = hooks.flatMap((hook): Edit[] => {
    const path = join(hooksFolder, hook);
    const before = textOf(path);
    if (before !== undefined && callsUs(before, hook)) return [];
    const kept = join(hooksFolder, keptName(hook));
    const move: Edit[] = isThere(path) ? [{ kind: 'move', path, to: kept }] : [];
    const after = hookScript(hook, hooksIn === 'git' ? own : undefined);
    return [...move, { kind: 'write', path, before: undefined, after, isExecutable: true }];
  });
  // git calls no hook that may not be executed, and neither do we then.
  const asleep = hooks.filter((hook) => {
    const found = lstatSync(join(hooksFolder, hook), { throwIfNoEntry: false });
    return found?.isFile() === true && (found.mode & 0o111) === 0;
  });
  return {
    edits,
    byHand: asleep.map(
      (hook) =>
        `${relative(top, join(hooksFolder, hook))} may not be executed, so git never called it; it is kept as it is.`,
    ),
  };
}

function husky({ top, isInstalled }: Facts): Found {
  const folder = join(top, '.husky');
  const edits = gitHooks.flatMap((hook): Edit[] => {
    const path = join(folder, hook);
    const before = textOf(path);
    if (before !== undefined && callsUs(before, hook)) return [];
    const head = /^#!.*\n/.exec(before ?? '')?.[0] ?? '';
    const rest = (before ?? '').slice(head.length);
    const after = `${head}${huskyLines(hook, rest.trim() !== '')}${rest}`;
    return [{ kind: 'write', path, before, after, isExecutable: before === undefined }];
  });
  return {
    edits,
    byHand: [
      ...(isThere(folder) ? [] : ['husky is in package.json, but not set up: npx husky init']),
      ...installed(isInstalled),
    ],
  };
}

function simple({ top, packageJson = '', isInstalled }: Facts): Found {
  const path = join(top, 'package.json');
  const data = (parse(packageJson) ?? {}) as { 'simple-git-hooks'?: unknown };
  const known = data['simple-git-hooks'];
  if (typeof known === 'string' || (known !== undefined && (typeof known !== 'object' || known === null))) {
    return {
      edits: [],
      byHand: [
        'Add to the configuration of simple-git-hooks:',
        ...gitHooks.map((hook) => `  "${hook}": "node_modules/.bin/bnguard hook ${hook} \\"$@\\""`),
      ],
    };
  }
  const hooks = (known ?? {}) as Record<string, unknown>;
  let after = packageJson;
  for (const hook of gitHooks) {
    const before = hooks[hook];
    if (typeof before === 'string' && callsUs(before, hook)) continue;
    // Its hooks have the PATH of whoever calls git.
    const call = `node_modules/.bin/bnguard hook ${hook} "$@"`;
    const value = typeof before === 'string' && before !== '' ? `${call} && ${before}` : call;
    const formattingOptions = { insertSpaces: true, tabSize: /^\{\r?\n( +)/.exec(packageJson)?.[1]?.length ?? 2 };
    after = applyEdits(after, modify(after, ['simple-git-hooks', hook], value, { formattingOptions }));
  }
  return {
    edits: after === packageJson ? [] : [{ kind: 'write', path, before: packageJson, after }],
    byHand: [
      ...(after === packageJson ? [] : ['npx simple-git-hooks      # takes the new hooks over']),
      ...installed(isInstalled),
    ],
  };
}

async function lefthook({ top, packageJson, isInstalled }: Facts): Promise<Found> {
  const { inserted } = await import('./insert.ts');
  const name = lefthookNames.find((one) => isThere(join(top, one)))!;
  const path = join(top, name);
  const before = textOf(path) ?? '';
  const program = packageJson === undefined ? 'bnguard' : 'node_modules/.bin/bnguard';
  const commands = {
    'pre-commit': `bnguard:\n  run: ${program} hook pre-commit\n`,
    'pre-merge-commit': `bnguard:\n  run: ${program} hook pre-merge-commit\n`,
    'commit-msg': `bnguard:\n  run: ${program} hook commit-msg {1}\n`,
    'pre-push': `bnguard:\n  run: ${program} hook pre-push {1} {2}\n  use_stdin: true\n`,
  };
  const byHand: string[] = [];
  let after = before;
  for (const hook of gitHooks) {
    if (callsUs(before, hook)) continue;
    const hasJobs = new RegExp(`^${hook}:\\s*(?:#.*)?\\n(?:[ \\t]+.*\\n|\\s*\\n)*?[ \\t]+jobs:`, 'm').test(after);
    const job = `- name: bnguard\n${commands[hook].replace(/^bnguard:\n/, '')}`;
    const next = hasJobs ? inserted(after, [hook, 'jobs'], job) : inserted(after, [hook, 'commands'], commands[hook]);
    if (next === undefined)
      byHand.push(
        `Add to ${hook} in ${name}:`,
        ...commands[hook]
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
      );
    else after = next;
  }
  return {
    edits: after === before ? [] : [{ kind: 'write', path, before, after }],
    byHand: [
      ...byHand,
      ...(after === before ? [] : ['npx lefthook install      # takes the new hooks over']),
      ...(packageJson === undefined ? [] : installed(isInstalled)),
    ],
  };
}

async function framework({ top }: Facts): Promise<Found> {
  const { inserted } = await import('./insert.ts');
  const path = join(top, '.pre-commit-config.yaml');
  const before = textOf(path) ?? '';
  if (before.includes('bnguard')) return { edits: [], byHand: [] };
  const hook = (id: string, name: string, more: string): string =>
    [
      `    - id: ${id}`,
      `      name: ${id}`,
      `      entry: bnguard hook ${name}`,
      '      language: node',
      `      additional_dependencies: ["bnguard@${ownVersion()}"]`,
      ...more.split('\n').map((line) => `      ${line}`),
    ].join('\n');
  const text = [
    '- repo: local',
    '  hooks:',
    hook('bnguard', 'pre-commit', 'pass_filenames: false\nalways_run: true'),
    hook('bnguard-message', 'commit-msg', 'stages: [commit-msg]'),
    hook('bnguard-push', 'pre-push', 'pass_filenames: false\nalways_run: true'),
    '',
  ].join('\n');
  const after = inserted(before, ['repos'], text);
  const install = 'pre-commit install --hook-type pre-commit --hook-type commit-msg --hook-type pre-push';
  if (after === undefined)
    return {
      edits: [],
      byHand: [
        'Add to repos in .pre-commit-config.yaml:',
        ...text
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
        install,
      ],
    };
  return { edits: [{ kind: 'write', path, before, after }], byHand: [install] };
}

const installed = (isInstalled: boolean): string[] => (isInstalled ? [] : ['npm install --save-dev bnguard']);
