/** Hooks of the pre-commit framework: a repository of its list. */
import { join } from 'node:path';
import { ownVersion } from '../version.ts';
import type { Facts } from './facts.ts';
import { inserted, readYaml } from './insert.ts';
import { indented } from './install.ts';
import { lookAt } from './look.ts';
import { isObject } from './managers.ts';
import type { Changes } from './part.ts';

export function preCommit({ top, hooksIn }: Facts): Changes {
  const path = join(top, '.pre-commit-config.yaml');
  const found = lookAt(path);
  const before = found.kind === 'text' ? found.text : undefined;
  if (before !== undefined && isSetUp(readYaml(before)?.data)) return { edits: [], byHand: [] };
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
  const after = before === undefined ? undefined : inserted(before, ['repos'], text);
  const install = 'pre-commit install --hook-type pre-commit --hook-type commit-msg --hook-type pre-push';
  if (before === undefined || after === undefined) {
    return { edits: [], byHand: ['Add to repos in .pre-commit-config.yaml:', ...indented(text), install] };
  }
  // The framework refuses to install there, and git calls nothing elsewhere.
  const isSet = hooksIn === 'git' ? [] : ['git config --unset core.hooksPath      # or pre-commit cannot install'];
  return { edits: [{ path, before, after }], byHand: [], afterwards: [...isSet, install] };
}

/** Whether one of its hooks is ours, by its id or what it runs. */
function isSetUp(data: unknown): boolean {
  const repos = isObject(data) && Array.isArray(data['repos']) ? (data['repos'] as unknown[]) : [];
  return repos
    .flatMap((repo) => (isObject(repo) && Array.isArray(repo['hooks']) ? (repo['hooks'] as unknown[]) : []))
    .some(
      (hook) =>
        isObject(hook) &&
        (/^bnguard(?:-|$)/.test(String(hook['id'])) || /\bbnguard\s+(?:hook|scan)\b/.test(String(hook['entry']))),
    );
}
