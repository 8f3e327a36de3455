/**
 * How a value leaves git's history without ever being written down: `git filter-repo` is told the ids of the blobs that
 * hold it and its fingerprint, and finds the value itself.
 */
import type { Finding, HistoryOrigin } from '@bnguard/engine';

/** A command to copy. POSIX shell; holds no value. */
export interface Command {
  readonly says: string;
  readonly text: string;
}

/** Empty where it is not known which objects have it: only a scan of the history tells. */
export function purgeCommands(findings: readonly Finding[]): Command[] {
  const reachable = findings.filter(({ origin }) => origin.kind === 'history' && origin.reachable !== false);
  if (reachable.length === 0) return [];
  const blobs = idsOf(reachable, 'blob');
  const messages = idsOf(reachable, 'object');
  const isWhole = reachable.every(({ origin }) => isNamedWhole(origin as HistoryOrigin));
  const plain = reachable.filter(isPlain);
  const keys = [...new Set(plain.map(({ fingerprint }) => fingerprint))];
  const callbacks = [
    ...(blobs.length > 0 ? [blobCallback(keys, isWhole ? blobs : [])] : []),
    ...(messages.length > 0 ? [messageCallback(keys)] : []),
  ];
  const others = idsOf(
    reachable.filter((finding) => !isPlain(finding)),
    'blob',
  );
  return [
    // First, for what is replaced gets other ids.
    ...(others.length > 0
      ? [
          {
            says: 'Drop the versions of files that hold it in another form than 64 plain characters, whole; the ids in leaked-blobs.txt are no secret.',
            text: `printf '%s\\n' ${others.join(' ')} > leaked-blobs.txt\ngit filter-repo --strip-blobs-with-ids leaked-blobs.txt`,
          },
        ]
      : []),
    ...(keys.length > 0
      ? [{ says: callbackSays(isWhole, messages), text: `git filter-repo ${callbacks.join(' \\\n  ')}` }]
      : []),
  ];
}

function callbackSays(isWhole: boolean, messages: readonly string[]): string {
  const where = isWhole ? 'In these blobs' : 'In all blobs, since more have it than a report names,';
  const also = messages.length > 0 ? ' and in messages of commits' : '';
  return `${where}${also} replace what has the fingerprint. The value is in no file and in no shell history.`;
}

function idsOf(findings: readonly Finding[], kind: 'blob' | 'object'): string[] {
  const ids = findings.flatMap(({ origin }) => {
    const { [kind]: own, places = [] } = origin as HistoryOrigin;
    return [own, ...places.map((place) => place[kind])].filter((id) => id !== undefined);
  });
  return [...new Set(ids)];
}

const isNamedWhole = ({ places = [], placeCount = 0 }: HistoryOrigin): boolean => places.length >= placeCount;

/** 64 characters in one line: as the value is, neither encoded nor put together. */
const isPlain = ({ start, end }: Finding): boolean => start.line === end.line && end.column - start.column === 64;

/** Python: `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md). */
const pythonCut = (keys: readonly string[], indent: string): string =>
  [
    'def cut(found):',
    '    name = hashlib.sha256(b"credential\\0" + found[0]).hexdigest()[:32]',
    `    return b"REMOVED" if name in (${keys.map((key) => `"${key}",`).join(' ')}) else found[0]`,
  ]
    .map((line) => indent + line)
    .join('\n');

const run64 = 'rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])"';

function blobCallback(keys: readonly string[], ids: readonly string[]): string {
  const list = ids.map((id) => `    b"${id}",`).join('\n');
  const condition = ids.length > 0 ? `if blob.original_id in (\n${list}\n):` : 'if True:';
  return `--blob-callback '\nimport hashlib, re\n${condition}\n${pythonCut(keys, '    ')}\n    blob.data = re.sub(${run64}, cut, blob.data)\n'`;
}

function messageCallback(keys: readonly string[]): string {
  return `--message-callback '\nimport hashlib, re\n${pythonCut(keys, '')}\nreturn re.sub(${run64}, cut, message)\n'`;
}
