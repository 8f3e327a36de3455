/** Gaps: what a scan should have read and did not, and whether that leaves it incomplete. */
import type { Skip } from '@bnguard/engine';
import { shownName, type Name } from './names.ts';
import type { Root } from './paths.ts';

/** A harmless gap leaves the scan complete (docs/contracts.md). */
export interface Gap {
  readonly root: Root;
  readonly skip: Skip;
  readonly harmless: boolean;
}

/** The gap of a file or folder that could not be opened or read. */
export const unreadable = (root: Root, name: Name, detail: string): Gap => ({
  root,
  skip: { path: shownName(name), why: 'unreadable', detail },
  harmless: false,
});

/** The gap of a bare repository: what it stores is for another scan, and a person must know that this was none. */
export const unopened = (root: Root, path: string): Gap => ({
  root,
  skip: { path, why: 'archive', detail: 'a bare repository: bnguard scan --history PATH looks into it' },
  harmless: true,
});

/** The order of what was not read: by path, then by object. */
export function bySkip(a: Skip, b: Skip): number {
  const key = ({ path, object = '', detail = '' }: Skip): string => `${path}\0${object}\0${detail}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The operating system's error code in words, where it has some that help. */
export const reasonOf = (code: string): string => reasons[code] ?? code;

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many open files',
  EIO: 'input/output error',
};
