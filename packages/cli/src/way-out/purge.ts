/**
 * How values leave git's history without ever being written down: `git filter-repo` is told the ids of the objects that
 * hold them and their fingerprints, and finds the values itself.
 */
import type { Finding, HistoryOrigin } from '@bnguard/engine';
import { count, listed } from '../reports/words.ts';

/** A command to copy. POSIX shell; holds no value. */
export interface Command {
  readonly says: string;
  readonly text: string;
}

/**
 * One rewrite for all findings, since each gives objects other ids. None for what no commit, branch or tag leads to.
 * @param program `git filter-repo` with the flags of the place where it runs
 */
export function purgeCommands(findings: readonly Finding[], program: string): Command[] {
  const reachable = findings.filter(({ origin }) => origin.kind === 'history' && origin.reachable !== false);
  const plain = reachable.filter(isPlain);
  const others = reachable.filter((finding) => !isPlain(finding));
  const replaced = {
    keys: [...new Set(plain.map(({ fingerprint }) => fingerprint))].filter((name) => /^[0-9a-f]{32}$/.test(name)),
    blobs: idsOf(plain, 'blob'),
    messages: idsOf(plain, 'object'),
    isWhole: unnamed(plain) === 0,
  };
  const dropped = { blobs: idsOf(others, 'blob'), messages: idsOf(others, 'object') };
  const callbacks = [
    ...(replaced.blobs.length + dropped.blobs.length > 0 ? [blobCallback(replaced, dropped.blobs)] : []),
    ...(replaced.messages.length > 0
      ? ['message', 'name', 'email'].map((part) => textCallback(part, replaced.keys))
      : []),
    ...(dropped.messages.length > 0 ? ['commit', 'tag'].map((kind) => dropMessage(kind, dropped.messages)) : []),
  ];
  if (callbacks.length === 0) return [];
  return [{ says: whatItDoes(replaced, dropped, unnamed(others)), text: `${program} ${callbacks.join(' \\\n  ')}` }];
}

interface Replaced {
  readonly keys: readonly string[];
  readonly blobs: readonly string[];
  readonly messages: readonly string[];
  /** Whether `blobs` are all that have it. */
  readonly isWhole: boolean;
}

function whatItDoes(replaced: Replaced, dropped: Pick<Replaced, 'blobs' | 'messages'>, rest: number): string {
  const { blobs, messages, isWhole } = replaced;
  const places = [
    ...(blobs.length === 0 ? [] : isWhole ? ['in these blobs'] : ['in all blobs (more have it than a report names)']),
    ...(messages.length === 0 ? [] : ['in messages of commits and tags', 'in names of their authors']),
  ];
  const whole = [
    ...(dropped.blobs.length === 0 ? [] : ['versions of files']),
    ...(dropped.messages.length === 0 ? [] : ['messages']),
  ];
  return [
    ...(places.length > 0 ? [`Replaces what has the fingerprint ${listed(places)}.`] : []),
    ...(whole.length > 0
      ? [`Drops ${listed(whole)} that hold it in another form than 64 plain characters, whole.`]
      : []),
    ...(rest > 0
      ? [
          `${count(rest, 'more place')} may have it in such a form: scan what is left, and do it again until it is gone.`,
        ]
      : []),
    'The value is in no file and in no shell history.',
  ].join(' ');
}

function idsOf(findings: readonly Finding[], kind: 'blob' | 'object'): string[] {
  const ids = findings.flatMap(({ origin }) => {
    const { [kind]: own, places = [] } = origin as HistoryOrigin;
    return [own, ...places.map((place) => place[kind])].filter((id) => id !== undefined);
  });
  return [...new Set(ids)];
}

/** How many places their report only counts. */
const unnamed = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { origin }) => {
    const { places = [], placeCount = 0 } = origin as HistoryOrigin;
    return sum + Math.max(0, placeCount - places.length);
  }, 0);

/** 64 characters in one line: as the value is, neither encoded nor put together. */
const isPlain = ({ start, end }: Finding): boolean => start.line === end.line && end.column - start.column === 64;

/** Python: `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md). */
const pythonCut = (keys: readonly string[]): string =>
  [
    'import hashlib, re',
    'def cut(found):',
    '    name = hashlib.sha256(b"credential\\0" + found[0]).hexdigest()[:32]',
    `    return b"REMOVED" if name in (${keys.map((key) => `"${key}",`).join(' ')}) else found[0]`,
  ].join('\n');

const run64 = 'rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])"';

const idTuple = (ids: readonly string[]): string => `(\n${ids.map((id) => `    b"${id}",`).join('\n')}\n)`;

function blobCallback({ keys, blobs, isWhole }: Replaced, dropped: readonly string[]): string {
  const drop = dropped.length > 0 ? [`if blob.original_id in ${idTuple(dropped)}:\n    blob.skip()`] : [];
  const isOne = isWhole ? `blob.original_id in ${idTuple(blobs)}` : 'True';
  const replace =
    blobs.length > 0
      ? [`${drop.length > 0 ? 'elif' : 'if'} ${isOne}:\n    blob.data = re.sub(${run64}, cut, blob.data)`]
      : [];
  return `--blob-callback '\n${[...(replace.length > 0 ? [pythonCut(keys)] : []), ...drop, ...replace].join('\n')}\n'`;
}

/** Of a commit's or tag's text: its message, or the names and addresses of who wrote it. */
const textCallback = (part: string, keys: readonly string[]): string =>
  `--${part}-callback '\n${pythonCut(keys)}\nreturn re.sub(${run64}, cut, ${part})\n'`;

const dropMessage = (kind: string, ids: readonly string[]): string =>
  `--${kind}-callback '\nif ${kind}.original_id in ${idTuple(ids)}:\n    ${kind}.message = b"REMOVED\\n"\n'`;
