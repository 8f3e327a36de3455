/** Files that hold credentials by their names, and what git does with them → findings, in projects of Binance. */
import { withoutValues } from '../../clues/names.ts';
import { toldByPath } from '../../clues/surroundings.ts';
import type { ProjectClues } from '../../conclude.ts';
import { credentialFile, isAnyConfiguration } from '../../credential-files.ts';
import { documentKey } from '../../document-key.ts';
import { addToGroup } from '../../grouped.ts';
import { confidenceOf, counted, total } from '../../judge.ts';
import { lessened } from '../../severity.ts';
import { clue } from '../../signals.ts';
import type { Clue, FileObservation, Finding, Observation, Repository, Severity } from '../../types.ts';
import { identityOf } from '../observe-risks.ts';

const credentialRules: ReadonlySet<string> = new Set(['secret-key', 'api-key', 'private-key']);

/**
 * One finding for each file. `others`: the findings in what documents say; a credential of Binance among them tells of
 * its own file that it is filled, and of the project whose it is.
 */
export function fileFindings(
  observations: readonly Observation[],
  others: readonly Finding[],
  project: ProjectClues,
  repository: Repository,
): Finding[] {
  const files = withoutSeconds(observations.filter((one): one is FileObservation => one.kind === 'file'));
  if (files.length === 0) return [];
  const sure = others.filter(({ confidence }) => confidence !== 'possible');
  const credentials = new Map<string, Finding[]>();
  for (const one of sure) if (credentialRules.has(one.rule)) addToGroup(credentials, documentKey(one), one);
  const loaded = new Set(observations.flatMap((one) => (one.kind === 'project' ? one.keyFiles : [])));

  return files.flatMap((file): Finding[] => {
    const own = credentials.get(documentKey(file)) ?? [];
    const kind = credentialFile(file.path);
    const isFilled = file.filled === true || own.length > 0;
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    // What may be anything by its name is a credential file where one is in it.
    const isOne =
      kind?.isDedicated === true ||
      !file.exists ||
      (own.length > 0 && (file.filled === true || !isAnyConfiguration(file.path))) ||
      (kind?.kind === 'env' && isFilled) ||
      (kind?.kind === 'key' && isFilled && loaded.has(name));
    if (!isOne) return [];
    const isElsewhere = sure.some(({ path, rule }) => path !== file.path && rule !== 'unused-ignore');
    const clues: readonly Clue[] = [
      isFilled
        ? clue('plain-risk', 'the file holds credentials')
        : clue('likely-risk', 'its name says that credentials belong in it'),
      ...(own.length > 0 ? [clue('binance-credential', 'a credential of Binance stands in it')] : []),
      ...(file.namesBinance ? [clue('binance-variables', 'it names Binance itself')] : []),
      // Only what names Binance is asked what it expects.
      ...(file.exists ? [] : [clue('binance-word', 'what expects it speaks of Binance')]),
      ...(isElsewhere ? [clue('binance-elsewhere', 'another file has credentials or settings of Binance')] : []),
      ...(loaded.has(name) ? [clue('key-file-named', 'a program that calls Binance loads this file')] : []),
      ...toldByPath(file.path).clues,
      ...project(file.path),
    ];
    const confidence = total(clues, 'binance') > 0 ? confidenceOf(clues, 'risk') : undefined;
    if (!confidence) return [];
    const { rule, message } = told(file, isFilled);
    // What could not be read may hold anything.
    const whole: Severity = file.exists && (isFilled || file.filled === undefined) ? 'high' : 'low';
    const { path, origin } = file;
    const start = { line: 1, column: 1 };
    const { environment, sample } = toldByPath(path);
    return [
      {
        ...{ rule, role: 'unknown', severity: lessened(whole, { environment, sample }), confidence },
        ...{ message: withoutValues(message), masked: '', fingerprint: identityOf(rule, path, ''), environment },
        ...(repository.name === undefined ? {} : { repository: repository.name }),
        ...{ path, start, end: start, origin },
        evidence: counted(clues).map(({ signal, bits, says }) => ({ signal, bits, says })),
      },
    ];
  });
}

/** Of one file that git has or would add, it is not told as well that an image carries it. */
function withoutSeconds(files: readonly FileObservation[]): readonly FileObservation[] {
  const open = new Set(files.filter(({ state }) => state !== 'published').map(documentKey));
  const told = new Set<string>();
  return files.filter((file) => {
    const key = documentKey(file);
    if (file.state !== 'published') return true;
    return !open.has(key) && !told.has(key) && told.add(key);
  });
}

/** The rule, and its sentence: the fact, what tells so, the remedy. */
function told(
  { path, origin, state, exists, because, remedy, isCommitted }: FileObservation,
  isFilled: boolean,
): Pick<Finding, 'rule' | 'message'> {
  const line = remedy ? `; add the line ${remedy.line} to ${remedy.file}` : '';
  const what = isFilled ? ' with credentials in it' : '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  switch (state) {
    case 'addable':
      return {
        rule: 'env-not-ignored',
        message: exists
          ? `The next git add . takes ${name}${what}: ${because}${line}`
          : `${because}, and nothing keeps git from adding it${line}`,
      };
    case 'published':
      return { rule: 'env-not-ignored', message: `git ignores ${name}${what}, but ${because}${line}` };
    case 'tracked': {
      const out = `git rm --cached ${shellWord(path)} takes it out`;
      const keeps = remedy ? `, and the line ${remedy.line} in ${remedy.file} keeps it out` : '';
      const isChange = origin.kind === 'staged';
      return {
        rule: 'env-tracked',
        message: isChange
          ? `The commit has ${name}${what}: whoever gets the commit gets the file, also where a later one deletes it${isCommitted ? '' : `; before it is made, ${out}${keeps}`}`
          : `git tracks ${name}${what}${because && `: ${because}`}; ${out} of the next commit${keeps}`,
      };
    }
    case 'stored':
      return {
        rule: 'env-tracked',
        message: `The history has ${name}${what}: whoever clones the repository has it too, also where it was deleted`,
      };
    default:
      return state satisfies never;
  }
}

/** As a shell takes it. */
function shellWord(path: string): string {
  return /^[\w./+@%,:=-]+$/.test(path) && !path.startsWith('-') ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
