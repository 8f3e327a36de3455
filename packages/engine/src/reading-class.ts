/**
 * Paths for which one text reads the same: what a scan of a history asks, where one blob stood at many paths. Every
 * part of the engine that looks at a document's path has its question here.
 */
import { nameOfFile } from './candidates/keys.ts';
import { botsReading } from './clues/beside.ts';
import { mentionsPassphrase } from './clues/passphrase-names.ts';
import { manifestName, toldByPath } from './clues/surroundings.ts';
import { credentialFile } from './credential-files.ts';
import { otherUseByPath } from './clues/weigh.ts';
import { languageByName } from './read/languages.ts';
import { describesServices } from './risks/keys/services.ts';
import type { Document } from './types.ts';

/**
 * The class of a path: two documents of one text whose paths have the same class give the same observations but for
 * their `path`. With the text the classes are few. A passphrase is known by its place, so every path of a text that
 * speaks of one is a class of its own, and so is that of a credential file; a file that holds nothing but a value names it, so its name counts.
 * @returns a text to compare and no more; it may have the path or a part of it in it
 */
export function readingClass({ path, text }: Pick<Document, 'path' | 'text'>): string {
  const { clues, environment, sample } = toldByPath(path);
  return JSON.stringify([
    languageByName(path),
    environment,
    sample,
    clues.map(({ signal, says }) => [signal, says]),
    otherUseByPath(path),
    botsReading(path),
    manifestName(path),
    nameOfFile({ path, text }),
    describesServices(path),
    mentionsPassphrase(text) || credentialFile(path) !== undefined ? path : '',
  ]);
}
