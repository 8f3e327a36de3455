/** What a push brings: lines that git writes to its hooks → revisions to scan. Knows nothing of streams. */
import { UserError } from '../user-error.ts';

/** One ref of a push. Ids are full; all zeros stand for none. */
export interface PushedRef {
  /** As the receiving side names it. */
  readonly ref: string;
  readonly old: string;
  readonly new: string;
}

const none = /^0+$/;
const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** `<local ref> <local id> <remote ref> <remote id>`, a line for each ref. Throws a UserError for anything else. */
export function refsOfPush(lines: string): PushedRef[] {
  return fieldsOf(lines, 4, 'pre-push').map(([, local = '', ref = '', remote = '']) => ({
    ref,
    old: remote,
    new: local,
  }));
}

/** `<old id> <new id> <ref>`, a line for each ref. Throws a UserError for anything else. */
export function refsOfReceive(lines: string): PushedRef[] {
  return fieldsOf(lines, 3, 'pre-receive').map(([old = '', now = '', ref = '']) => ({ ref, old, new: now }));
}

function fieldsOf(lines: string, count: number, hook: string): string[][] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      // A branch has no spaces, but what is pushed may be written as an expression that does.
      const fields = line.split(' ');
      const ids = count === 4 ? [fields.at(-3), fields.at(-1)] : fields.slice(0, 2);
      if (fields.length < count || !ids.every((field) => id.test(field ?? ''))) {
        throw new UserError(`${hook}: standard input has a line that git does not write to this hook.`);
      }
      return count === 4 ? ['', fields.at(-3)!, fields.at(-2)!, fields.at(-1)!] : fields;
    });
}

/** The ids that arrive; deleting a ref brings none. */
export const arriving = (refs: readonly PushedRef[]): string[] => [
  ...new Set(refs.map((ref) => ref.new).filter((one) => !none.test(one))),
];

/** The ids that are there already. */
export const replaced = (refs: readonly PushedRef[]): string[] => [
  ...new Set(refs.map((ref) => ref.old).filter((one) => !none.test(one))),
];
