/** The check of pull or merge requests: a workflow of GitHub, or a job of GitLab. */
import { join } from 'node:path';
import { ownVersion } from '../version.ts';
import type { Facts } from './facts.ts';
import { indented } from './install.ts';
import { lookAt } from './look.ts';
import type { Address } from './own-address.ts';
import type { Part } from './part.ts';

/** Undefined where nobody hosts it, as far as one sees. */
export async function ciPart(facts: Facts): Promise<Part | undefined> {
  if (facts.isBare || facts.host === undefined) return undefined;
  return facts.host === 'github' ? github(facts) : (await import('./gitlab.ts')).gitlab(facts);
}

function github({ top, address }: Facts): Part {
  const common = {
    name: 'workflow',
    isUsual: true,
    says: 'GitHub: no pull request merges with a key in any of its commits.',
  } as const;
  if (address === undefined || !address.place.startsWith('github.com/')) {
    return {
      ...common,
      edits: [],
      byHand: [
        'The workflow names the repository that bnguard comes from, which is not known here: see docs/action.md.',
      ],
    };
  }
  const path = join(top, '.github/workflows/bnguard.yml');
  const found = lookAt(path);
  const text = workflow(address);
  return {
    ...common,
    edits: found.kind === 'nothing' ? [{ path, before: undefined, after: text }] : [],
    byHand: found.kind === 'other' ? [`.github/workflows/bnguard.yml ${found.why}. Put there:`, ...indented(text)] : [],
  };
}

function workflow({ place, commit }: Address): string {
  return `# Written by bnguard init. Its inputs: docs/action.md of bnguard.
name: bnguard
on:
  pull_request:
  merge_group:
  push:
permissions:
  contents: read
jobs:
  bnguard:
    runs-on: ubuntu-latest
    steps:
      - uses: ${place.replace(/^github\.com\//, '')}@${commit} # v${ownVersion()}
`;
}
