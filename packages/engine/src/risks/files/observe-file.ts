/** What is observed of a file that holds credentials by its name. Nothing of its text is kept. */
import { holdsSecrets, namesBinance } from '../../credential-files.ts';
import type { FileObservation } from '../../types.ts';

/** `text`: of the file, as far as it could be read; whoever has not read it leaves it out. */
export function observeFile(
  file: Omit<FileObservation, 'kind' | 'filled' | 'namesBinance'>,
  text: string | undefined,
): FileObservation {
  const { path } = file;
  return {
    kind: 'file',
    ...file,
    ...(text !== undefined && { filled: holdsSecrets(path, text) }),
    ...(namesBinance(path, text ?? '') && { namesBinance: true }),
  };
}
