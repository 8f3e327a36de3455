/** A job of GitLab, behind those that .gitlab-ci.yml has. */
import { join } from 'node:path';
import type { Facts } from './facts.ts';
import { inserted, readYaml, strings } from './insert.ts';
import { indented } from './install.ts';
import { lookAt } from './look.ts';
import { isObject } from './managers.ts';
import type { Address } from './own-address.ts';
import type { Part } from './part.ts';

export function gitlab({ top, address }: Facts): Part {
  const path = join(top, '.gitlab-ci.yml');
  const found = lookAt(path);
  const before = found.kind === 'text' ? found.text : undefined;
  const data = before === undefined ? undefined : readYaml(before)?.data;
  const common = {
    name: 'workflow',
    isUsual: true,
    says: 'GitLab: no merge request merges with a key in any of its commits.',
  } as const;
  if (isSetUp(data)) return { ...common, edits: [], byHand: [] };
  if (address === undefined) {
    const why = 'The job names the repository that bnguard comes from, which is not known here: see docs/gitlab.md.';
    return { ...common, edits: [], byHand: [why] };
  }
  const job = jobIn(stageOf(data), address);
  const after = found.kind === 'nothing' ? job : before === undefined ? undefined : inserted(before, [], job);
  return after === undefined
    ? { ...common, edits: [], byHand: ['Add to .gitlab-ci.yml:', ...indented(job)] }
    : { ...common, edits: [{ path, before, after }], byHand: [] };
}

const jobIn = (stage: string, { place, commit }: Address): string => `bnguard:
  stage: ${stage}
  image: node:24-bookworm
  needs: []
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "push"
  script:
    - git init --quiet /tmp/bnguard
    - git -C /tmp/bnguard fetch --quiet --depth 1 https://${place}.git ${commit}
    - git -C /tmp/bnguard checkout --quiet FETCH_HEAD
    - node /tmp/bnguard/packages/action/dist/gitlab.cjs
  artifacts:
    when: always
    reports:
      secret_detection: gl-secret-detection-report.json
`;

/** Whether a job is ours by its name, or by what it runs or includes. */
function isSetUp(data: unknown): boolean {
  if (!isObject(data)) return false;
  const jobs = Object.values(data).filter(isObject);
  const run = [data, ...jobs].flatMap((job) => ['script', 'before_script', 'after_script'].map((key) => job[key]));
  return (
    Object.hasOwn(data, 'bnguard') ||
    strings([run, data['include']]).some((text) => text.split('\n').some((line) => /^[^#]*\bbnguard\b/.test(line)))
  );
}

/** GitLab takes no job of a stage that is not listed; `.pre` always is there. */
export function stageOf(data: unknown): string {
  const listed = isObject(data) ? data['stages'] : undefined;
  // Its own list has a stage `test`; a file that is included may bring another list.
  if (listed === undefined) return isObject(data) && 'include' in data ? '.pre' : 'test';
  const names = strings(listed).filter((name) => /^[\w-]+(?: [\w-]+)*$/.test(name));
  const checks = ['test', 'lint', 'check', 'build'].flatMap((word) => [
    ...names.filter((name) => name === word),
    ...names.filter((name) => name.includes(word)),
  ]);
  return [...checks, ...names].find((name) => !/deploy|release|publish|prod|deliver/i.test(name)) ?? '.pre';
}
