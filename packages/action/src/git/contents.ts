/** Which contents of files a scan of a range may read, and which of them are not here. Reads trees only. */
import { UserError } from 'bnguard/for-action';
import type { Range } from './complete.ts';
import type { OwnRepository } from './own-repository.ts';

/**
 * Ids of blobs that are missing: those that the commits of the range bring or replace, and all files of its head and of its
 * base, where the project's manifests and the configuration are.
 */
export async function contentsOf(
  repository: OwnRepository,
  { head, exclude, base }: Pick<Range, 'head' | 'exclude' | 'base'>,
): Promise<readonly string[]> {
  const commits = await answer(repository, ['rev-list', head, '--not', ...exclude, '--']);
  const diff = ['diff-tree', '--stdin', '-c', '--combined-all-paths', '--root', '--raw', '-r', '-z', '--no-renames'];
  const [changed, ...trees] = await Promise.all([
    answer(repository, [...diff, '--no-abbrev', '--no-commit-id'], commits),
    ...[head, ...(base === undefined ? [] : [base])].map((tree) =>
      answer(repository, ['ls-tree', '-r', '-z', '--full-tree', tree]),
    ),
  ]);
  const ids = new Set([...changedIn(changed), ...trees.flatMap(filesIn)]);
  const checked = await answer(
    repository,
    ['cat-file', '--batch-check', '--buffer'],
    [...ids].map((id) => `${id}\n`).join(''),
  );
  return checked.split('\n').flatMap((line) => (line.endsWith(' missing') ? [line.split(' ')[0]!] : []));
}

async function answer(repository: OwnRepository, args: readonly string[], input?: string): Promise<string> {
  const { stdout, complaints, failure } = await repository.ask(args, input);
  if (failure !== undefined) {
    throw new UserError(
      `Nothing was scanned: git cannot tell what the range changes (${complaints.trim().split('\n').at(-1) || failure}). Run the job again.`,
    );
  }
  return stdout.toString('latin1');
}

const submodule = '160000';

/** `::MODE MODE MODE ID ID ID STATUS` and paths: the ids on all sides that are files'. */
function changedIn(raw: string): string[] {
  return raw.split('\0').flatMap((token) => {
    const [, colons, fields] = /^(:+)([0-7]{6} .*)$/s.exec(token) ?? [];
    if (colons === undefined || fields === undefined) return [];
    const words = fields.split(' ');
    const sides = colons.length + 1;
    const ids = words.slice(sides, 2 * sides);
    return ids.filter((id, i) => words[i] !== submodule && /^[0-9a-f]{40,64}$/.test(id) && !/^0+$/.test(id));
  });
}

function filesIn(listed: string): string[] {
  return listed.split('\0').flatMap((record) => {
    const [mode = '', type, id = ''] = record.split('\t')[0]!.split(' ');
    return type === 'blob' && mode !== submodule ? [id] : [];
  });
}
