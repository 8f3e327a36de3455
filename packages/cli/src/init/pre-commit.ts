/** Hooks of the pre-commit framework: a repository of its list. */
import { join } from 'node:path';
import { ownVersion } from '../version.ts';
import type { Facts } from './facts.ts';
import { inserted, readYaml } from './insert.ts';
import { howToInstall, indented } from './install.ts';
import { lookAt } from './look.ts';
import { isObject } from './managers.ts';
import type { Address } from './own-address.ts';
import type { Changes } from './part.ts';

export function preCommit({ top, hooksIn, address }: Facts): Changes {
  const path = join(top, '.pre-commit-config.yaml');
  const found = lookAt(path);
  const before = found.kind === 'text' ? found.text : undefined;
  if (before !== undefined && isSetUp(readYaml(before)?.data)) return { edits: [], byHand: [] };
  const text = address === undefined ? installed : published(address);
  const after = before === undefined ? undefined : inserted(before, ['repos'], text);
  const install = 'pre-commit install --hook-type pre-commit --hook-type commit-msg --hook-type pre-push';
  if (before === undefined || after === undefined) {
    return { edits: [], byHand: ['Add to repos in .pre-commit-config.yaml:', ...indented(text), install] };
  }
  // The framework refuses to install there, and git calls nothing elsewhere.
  const isSet = hooksIn === 'git' ? [] : ['git config --unset core.hooksPath      # or pre-commit cannot install'];
  const program = address === undefined ? howToInstall({ isInstalled: false }) : [];
  return { edits: [{ path, before, after }], byHand: [], afterwards: [...isSet, ...program, install] };
}

/** From a clone that the framework makes; nothing is installed. */
const published = ({ place, commit }: Address): string => `- repo: https://${place}
  rev: ${commit} # v${ownVersion()}
  hooks:
    - id: bnguard
    - id: bnguard-message
    - id: bnguard-push
`;

/** The bnguard that is in the PATH. */
const installed = `- repo: local
  hooks:
    - id: bnguard
      name: bnguard
      entry: bnguard hook pre-commit
      language: system
      pass_filenames: false
      always_run: true
    - id: bnguard-message
      name: bnguard-message
      entry: bnguard hook commit-msg
      language: system
      stages: [commit-msg]
    - id: bnguard-push
      name: bnguard-push
      entry: bnguard hook pre-push
      language: system
      pass_filenames: false
      always_run: true
`;

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
