/** Whether a change has anything to do with files that hold credentials by their names: most have not, and cost nothing. */
import { credentialFile } from '@bnguard/engine/gates';
import type { Changes } from '../../git/changes.ts';

export const isRulesFile = (path: string): boolean => path === '.gitignore' || path.endsWith('/.gitignore');

export function concernsFiles({ changes, gone }: Pick<Changes, 'changes' | 'gone'>): boolean {
  return (
    changes.some(({ path }) => credentialFile(path) !== undefined || isRulesFile(path)) ||
    gone.some(({ path }) => isRulesFile(path))
  );
}

/**
 * The same where no content has a candidate. What is a configuration by its name holds credentials only with one in it, so
 * that it is nothing then.
 */
export function concernsFilesByName({ changes, gone }: Pick<Changes, 'changes' | 'gone'>): boolean {
  const isConfiguration = (path: string): boolean => {
    const file = credentialFile(path);
    return file?.kind === 'bot' && !file.isDedicated;
  };
  return concernsFiles({ changes: changes.filter(({ path }) => !isConfiguration(path)), gone });
}
