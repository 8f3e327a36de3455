/** Whether a change has anything to do with files that hold credentials by their names: most have not, and cost nothing. */
import { credentialFile } from '@bnguard/engine/gates';
import type { Changes } from '../../git/changes.ts';

export const isRulesFile = (path: string): boolean => /(?:^|\/)\.gitignore$/.test(path);

export function concernsFiles({ changes, gone }: Pick<Changes, 'changes' | 'gone'>): boolean {
  return (
    changes.some(({ path }) => credentialFile(path) !== undefined || isRulesFile(path)) ||
    gone.some(({ path }) => isRulesFile(path))
  );
}
