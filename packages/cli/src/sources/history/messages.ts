/** Commits and tags as git stores them: who they point to, when they were made, and the text that people wrote. */

export interface CommitFacts {
  /** Where in the bytes the ids (in hex) of tree and parents begin. */
  readonly tree: number;
  readonly parents: readonly number[];
  /** Seconds since 1970; 0 where there is no date that one could use. */
  readonly authored: number;
  readonly committed: number;
}

/** Seconds of a year that Date can still show, 9999: what lies beyond is no date. */
const latest = 253_402_300_799;

/** Reads the headers of a commit; `idBytes` tells how long its ids are. Never throws. */
export function readCommit(bytes: Buffer, idBytes: number): CommitFacts {
  const width = 2 * idBytes;
  const parents: number[] = [];
  let at = 'tree '.length + width + 1;
  while (bytes.toString('latin1', at, at + 7) === 'parent ') {
    parents.push(at + 7);
    at += 'parent '.length + width + 1;
  }
  const authorEnd = lineEnd(bytes, at);
  const authored = dateOf(bytes.toString('latin1', at, authorEnd));
  return {
    tree: 'tree '.length,
    parents,
    authored,
    committed: dateOf(bytes.toString('latin1', authorEnd + 1, lineEnd(bytes, authorEnd + 1))),
  };
}

const lineEnd = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(10, from);
  return end < 0 ? bytes.length : end;
};

/** `author A <a@b> 1700000000 +0100` → 1700000000. */
function dateOf(line: string): number {
  const seconds = Number(/> *(-?\d{1,15})(?: [-+]\d+)?$/.exec(line)?.[1] ?? 0);
  return Number.isSafeInteger(seconds) && seconds >= 0 && seconds <= latest ? seconds : 0;
}

/** What a tag points to: an id in hex, and when it was made. */
export function readTag(bytes: Buffer): { readonly target: string; readonly tagged: number } {
  const head = bytes.toString('latin1', 0, Math.min(bytes.length, 4096));
  return {
    target: /^object ([0-9a-f]+)$/m.exec(head)?.[1] ?? '',
    tagged: dateOf(/^tagger .*$/m.exec(head)?.[0] ?? ''),
  };
}

/**
 * The text of a commit or tag that people write: all headers but the ones with ids and signatures, and its message. In
 * both, signatures are blanked, since their base64 looks like keys. Before the message stand spaces in place of the
 * headers: so both have the places of the whole object, as `git cat-file -p` shows it, and share none.
 */
export function wordsOf(bytes: Buffer): { readonly headers: Buffer; readonly message: Buffer } {
  let gap = bytes.indexOf('\n\n');
  if (gap < 0) gap = bytes.length;
  const headers = bytes.subarray(0, gap);
  const message = withoutSignatures(bytes.subarray(gap));
  return {
    headers: withoutSignatures(headers),
    message: Buffer.concat([Buffer.from(blank(headers.toString('latin1')), 'latin1'), message]),
  };
}

/** Nothing but base64 and the block's own headers: a key in words between such lines is not hidden by them. */
const signature =
  /-----BEGIN (PGP SIGNATURE|SSH SIGNATURE|SIGNED MESSAGE)-----\r?\n(?: ?[\w-]+: .*\n)*(?: ?[A-Za-z0-9+/=]{0,80}\r?\n)*? ?-----END \1-----/g;
const idHeader = /^(?:tree|parent|object) [0-9a-f]+$/gm;

/** The same bytes, as many, with spaces in place of signatures and ids. */
function withoutSignatures(bytes: Buffer): Buffer {
  if (!bytes.includes('-----BEGIN') && !/^(?:tree|object) /.test(bytes.toString('latin1', 0, 7))) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(signature, blank).replace(idHeader, blank), 'latin1');
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
