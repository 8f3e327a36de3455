/** The check of pull or merge requests: a workflow of GitHub, or a job of GitLab. */
import { join } from 'node:path';
import { ownVersion } from '../version.ts';
import { isThere, textOf } from './edit.ts';
import type { Facts } from './facts.ts';
import type { Part } from './part.ts';

/** Undefined where nobody hosts it, as far as one sees. */
export async function ciPart(facts: Facts): Promise<Part | undefined> {
  if (facts.isBare || facts.host === undefined) return undefined;
  return facts.host === 'github' ? github(facts) : gitlab(facts);
}

const common = { name: 'workflow', isUsual: true } as const;

function github({ top }: Facts): Part {
  const path = join(top, '.github/workflows/bnguard.yml');
  return {
    ...common,
    says: 'GitHub: no pull request merges with a key in any of its commits.',
    edits: isThere(path) ? [] : [{ kind: 'write', path, before: undefined, after: workflow() }],
    byHand: [],
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

async function gitlab({ top }: Facts): Promise<Part> {
  const { inserted } = await import('./insert.ts');
  const path = join(top, '.gitlab-ci.yml');
  const before = textOf(path);
  const says = 'GitLab: no merge request merges with a key in any of its commits.';
  if (before?.includes('bnguard')) return { ...common, says, edits: [], byHand: [] };
  const job = `bnguard:
  image: node:24
  variables:
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx --yes bnguard@${ownVersion()} scan --range "$CI_COMMIT_SHA ^$CI_MERGE_REQUEST_DIFF_BASE_SHA" --config-from "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format text --format gitlab --output gl-secret-detection-report.json
  artifacts:
    when: always
    reports:
      secret_detection: gl-secret-detection-report.json
`;
  const after = before === undefined ? job : inserted(before, [], job);
  if (after !== undefined) return { ...common, says, edits: [{ kind: 'write', path, before, after }], byHand: [] };
  return {
    ...common,
    says,
    edits: [],
    byHand: [
      'Add to .gitlab-ci.yml:',
      ...job
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ],
  };
}
