/** The check of pull or merge requests: a workflow of GitHub, or a job of GitLab. */
import { join } from 'node:path';
import { ownVersion } from '../version.ts';
import type { Facts } from './facts.ts';
import { indented } from './install.ts';
import { lookAt } from './look.ts';
import type { Part } from './part.ts';

/** Undefined where nobody hosts it, as far as one sees. */
export async function ciPart(facts: Facts): Promise<Part | undefined> {
  if (facts.isBare || facts.host === undefined) return undefined;
  return facts.host === 'github' ? github(facts) : (await import('./gitlab.ts')).gitlab(facts);
}

function github({ top }: Facts): Part {
  const path = join(top, '.github/workflows/bnguard.yml');
  const found = lookAt(path);
  return {
    name: 'workflow',
    isUsual: true,
    says: 'GitHub: no pull request merges with a key in any of its commits.',
    edits: found.kind === 'nothing' ? [{ path, before: undefined, after: workflow() }] : [],
    byHand:
      found.kind === 'other' ? [`.github/workflows/bnguard.yml ${found.why}. Put there:`, ...indented(workflow())] : [],
  };
}

function workflow(): string {
  const program = `npx --yes bnguard@${ownVersion()}`;
  return `# Written by bnguard init. The Action of bnguard does more (docs/action.md): summary, SARIF, shallow clones, forks.
name: bnguard
on:
  pull_request:
  push:
permissions:
  contents: read
jobs:
  scan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      - name: Every commit of a pull request, as its base excuses it
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
          HEAD: \${{ github.event.pull_request.head.sha }}
        run: ${program} scan --range "$HEAD ^$BASE" --config-from "$BASE" --format github
      - name: What is there after a push
        if: github.event_name == 'push'
        run: ${program} scan --format github
`;
}
