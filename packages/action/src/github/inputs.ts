/** What a workflow gives with `with:`, read once into one typed object. The runner hands inputs over as INPUT_ variables. */
import { didYouMean, oneOf, shardFlag, UserError, type ScanRequest, type Shard } from 'bnguard/for-action';
import { isId, type Tip } from '../happened.ts';
import { isRefName } from './event.ts';

export interface Inputs {
  readonly scan: 'auto' | 'diff' | 'history' | 'tree';
  readonly base?: Tip;
  readonly head?: Tip;
  /** On workflow_run: digits. */
  readonly pullRequest: string;
  /** Relative to the workspace. */
  readonly path: string;
  readonly repository: string;
  readonly pullRefs: boolean;
  readonly shard?: Shard;
  /** A folder in which a history is kept for the next time. */
  readonly cache: string;
  readonly config: string;
  readonly configFrom: 'auto' | 'base' | 'head';
  readonly baseline: string;
  readonly failOn?: NonNullable<ScanRequest['failOn']>;
  readonly minSeverity?: NonNullable<ScanRequest['minSeverity']>;
  readonly minConfidence?: NonNullable<ScanRequest['minConfidence']>;
  readonly allowIncomplete: boolean;
  readonly sarifFile: string;
  readonly jsonFile: string;
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly comment: 'never' | 'on-findings' | 'always';
  readonly token: string;
  readonly fetch: 'auto' | 'never';
}

/** Names and what holds where nothing is given; action.yml has the same, with descriptions. */
export const inputDefaults: Readonly<Record<string, string>> = {
  scan: 'auto',
  base: '',
  head: '',
  'pull-request': '',
  path: '.',
  repository: '',
  'pull-refs': 'true',
  shard: '',
  cache: '',
  config: '',
  'config-from': 'auto',
  baseline: '',
  'fail-on': '',
  'min-severity': '',
  'min-confidence': '',
  'allow-incomplete': 'false',
  'sarif-file': '',
  'json-file': '',
  annotations: 'true',
  summary: 'true',
  comment: 'never',
  token: '',
  fetch: 'auto',
};

const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
const confidences = ['certain', 'likely', 'possible'] as const;

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws a UserError that names the input whose value is wrong. `warn` hears of inputs that there are not. */
export function readInputs(env: Variables, warn: (text: string) => void): Inputs {
  const names = Object.keys(inputDefaults);
  for (const variable of Object.keys(env).filter((name) => name.startsWith('INPUT_'))) {
    const name = variable.slice('INPUT_'.length).toLowerCase();
    if (names.includes(name)) continue;
    warn(`There is no input ${name}${didYouMean(name, names)}, so it has no effect. The inputs: ${names.join(', ')}.`);
  }
  const text = (name: string): string => {
    const value = (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
    return value === '' ? inputDefaults[name]! : value;
  };
  const choice = <T extends string>(name: string, choices: readonly T[]): T =>
    oneOf(`input ${name}`, choices)(text(name));
  const optional = <T extends string>(name: string, choices: readonly T[]): T | undefined =>
    text(name) === '' ? undefined : choice(name, choices);
  const flag = (name: string): boolean => choice(name, ['true', 'false']) === 'true';
  const tip = (name: string): Tip | undefined => (text(name) === '' ? undefined : tipOf(name, text(name)));

  const [base, head, shard] = [tip('base'), tip('head'), text('shard')];
  const failOn = optional('fail-on', [...severities, 'never']);
  const minSeverity = optional('min-severity', severities);
  const minConfidence = optional('min-confidence', confidences);
  const pullRequest = text('pull-request');
  if (!/^\d{0,10}$/.test(pullRequest)) throw new UserError('input pull-request: expected a number.');
  const repository = text('repository');
  if (repository !== '' && !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new UserError('input repository: expected owner/name.');
  }
  return {
    scan: choice('scan', ['auto', 'diff', 'history', 'tree']),
    ...(base && { base }),
    ...(head && { head }),
    pullRequest,
    path: text('path'),
    repository,
    pullRefs: flag('pull-refs'),
    ...(shard !== '' && { shard: shardFlag('input shard')(shard) }),
    cache: text('cache'),
    config: text('config'),
    configFrom: choice('config-from', ['auto', 'base', 'head']),
    baseline: text('baseline'),
    ...(failOn && { failOn }),
    ...(minSeverity && { minSeverity }),
    ...(minConfidence && { minConfidence }),
    allowIncomplete: flag('allow-incomplete'),
    sarifFile: text('sarif-file'),
    jsonFile: text('json-file'),
    annotations: flag('annotations'),
    summary: flag('summary'),
    comment: choice('comment', ['never', 'on-findings', 'always']),
    token: text('token'),
    fetch: choice('fetch', ['auto', 'never']),
  };
}

/** An id in full, `main`, or a full name such as `refs/tags/v1`. */
function tipOf(input: string, text: string): Tip {
  const id = text.toLowerCase();
  if (isId(id)) return { id };
  if (/^[0-9a-f]{7,39}$/i.test(text)) throw new UserError(`input ${input}: expected the full id of a commit.`);
  if (!isRefName(text))
    throw new UserError(`input ${input}: expected the full id of a commit, or the name of a branch.`);
  return { ref: text.startsWith('refs/') ? text : `refs/heads/${text}` };
}
