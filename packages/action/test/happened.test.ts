/** From what happened to what is looked at, whatever the system: the pure part. */
import { describe, expect, test } from 'vitest';
import { readVariables } from '../src/gitlab/variables.ts';
import { isRefName } from '../src/github/event.ts';
import { targetOf, type Happened } from '../src/happened.ts';
import { planJobs } from '../src/sweep/plan.ts';

const [a, b, c, zero] = ['a', 'b', 'c', '0'].map((digit) => digit.repeat(40)) as [string, string, string, string];

describe('a push', () => {
  const push = (more: Partial<Extract<Happened, { kind: 'push' }>>): unknown =>
    targetOf({ kind: 'push', ref: 'refs/heads/topic', before: a, after: b, defaultBranch: 'main', ...more });
  const main = { ref: 'refs/heads/main' };

  test.each([
    ['what was there is excluded', {}, { exclude: [{ id: a }], instead: [main] }],
    ['of a new branch: the default one', { before: zero }, { exclude: [main] }],
    ['of the default branch: nothing', { before: zero, ref: 'refs/heads/main' }, { exclude: [], instead: [] }],
    ['where no default branch is known', { before: zero, defaultBranch: undefined }, { exclude: [] }],
  ])('%s', (_, more, expected) => {
    expect(push(more as never)).toMatchObject({ kind: 'range', head: { id: b }, mayBeAll: true, ...expected });
  });

  test.each([{ after: zero }, { before: b }])('that brings nothing', (more) => {
    expect(push(more)).toMatchObject({ kind: 'nothing' });
  });
});

test('a proposal is held against its base, and against the trial’s or the branch as it is now', () => {
  const target = { ref: 'refs/heads/main' };
  const head = { id: b };
  expect(targetOf({ kind: 'proposal', head, base: { id: a }, trial: c, target })).toMatchObject({
    ...{ exclude: [{ id: a }], trial: c, instead: [target], mayBeAll: false },
  });
  expect(targetOf({ kind: 'proposal', head, base: { id: a }, target })).toMatchObject({ exclude: [{ id: a }, target] });
  expect(targetOf({ kind: 'proposal', head, base: head })).toMatchObject({ kind: 'nothing' });
});

describe('GitLab’s variables', () => {
  const merge = {
    ...{ CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_SHA: c, CI_MERGE_REQUEST_IID: '7' },
    ...{ CI_MERGE_REQUEST_DIFF_BASE_SHA: a, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_COMMIT_BEFORE_SHA: zero },
  };
  const push = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: b, CI_COMMIT_BRANCH: 'topic', CI_DEFAULT_BRANCH: 'main' };

  test('of merge requests, plain and of merged results', () => {
    expect(readVariables(merge)).toEqual({
      ...{ kind: 'proposal', head: { id: c, ref: 'refs/merge-requests/7/head' }, base: { id: a } },
      target: { ref: 'refs/heads/main' },
    });
    const results = { CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: b, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: a };
    expect(readVariables({ ...merge, ...results })).toMatchObject({ head: { id: b }, target: { id: a } });
  });

  test('of pushes, schedules and tags', () => {
    expect(readVariables({ ...push, CI_COMMIT_BEFORE_SHA: a })).toEqual({
      ...{ kind: 'push', ref: 'refs/heads/topic', before: a, after: b, defaultBranch: 'main' },
    });
    expect(readVariables({ ...push, CI_COMMIT_BEFORE_SHA: zero })).toMatchObject({ before: zero });
    expect(readVariables({ ...push, CI_COMMIT_TAG: 'v1' })).toMatchObject({ ref: 'refs/tags/v1', before: zero });
    expect(readVariables({ ...push, CI_PIPELINE_SOURCE: 'schedule' })).toEqual({ kind: 'occasion' });
  });

  test.each([
    [{}, 'CI_COMMIT_SHA'],
    [{ CI_COMMIT_SHA: b }, 'CI_PIPELINE_SOURCE'],
    [{ ...push, CI_COMMIT_BRANCH: '--x' }, undefined],
    [{ ...push, CI_COMMIT_BRANCH: '' }, 'CI_COMMIT_BRANCH'],
    [{ ...push, CI_COMMIT_BEFORE_SHA: 'HEAD~1' }, 'CI_COMMIT_BEFORE_SHA'],
    [{ ...merge, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'a:b' }, 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME'],
  ])('that are missing or strange: %o', (env, name) => {
    if (name) expect(() => readVariables(env)).toThrow(name);
    else expect(readVariables(env)).toMatchObject({ ref: 'refs/heads/--x' });
  });
});

test('names of refs: what git would take for something else is none', () => {
  for (const name of ['main', 'feature/x', 'refs/heads/a-b', 'ünïcode', 'a@b', 'x.y'])
    expect(isRefName(name), name).toBe(true);
  const bad = [
    '',
    '-x',
    '+x',
    'a:b',
    'a..b',
    'a b',
    'a\nb',
    'a~1',
    'a^',
    '*',
    'x?',
    '[x',
    'a\\b',
    '@{1}',
    'a@{1}',
    '@',
    '/a',
    'a/',
    'a//b',
    '.a',
    'a/.b',
    'a.lock',
    'a.',
  ];
  for (const name of bad) expect(isRefName(name), name).toBe(false);
});

describe('a sweep’s plan', () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ repository: `o/r${i}`, size: (i * 7919) % 100_000 }));

  test('has all histories once, spread evenly, and is the same each time', () => {
    const { jobs } = planJobs(many, [], { jobs: 256, shards: 0 });
    expect(jobs).toHaveLength(256);
    expect(
      jobs
        .flat()
        .map(({ repository }) => repository)
        .sort(),
    ).toEqual(many.map(({ repository }) => repository).sort());
    const costs = jobs.map((tasks) => tasks.reduce((sum, { size }) => sum + size + 5000, 0));
    expect(Math.max(...costs) / Math.min(...costs)).toBeLessThan(1.2);
    expect(planJobs(many.toReversed(), [], { jobs: 256, shards: 0 })).toEqual({ schema: 1, jobs, unchanged: [] });
  });

  test('cuts what is very large, or what it is told to, and never has more jobs than GitHub takes', () => {
    const large = [
      { repository: 'o/large', size: 20_000_000 },
      { repository: 'o/small', size: 10 },
    ];
    const parts = planJobs(large, [], { jobs: 8, shards: 0 }).jobs.flat();
    expect(
      parts
        .filter(({ repository }) => repository === 'o/large')
        .map(({ shard }) => shard?.index)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(planJobs(many, [], { jobs: 9999, shards: 4 }).jobs).toHaveLength(256);
    expect(planJobs([], many, { jobs: 9, shards: 0 }).jobs).toEqual([]);
  });
});
