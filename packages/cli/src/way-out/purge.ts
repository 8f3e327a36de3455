/**
 * How values leave git's history without ever being written down: `git filter-repo` is told the ids of the objects that
 * hold them and their fingerprints, and finds the values itself. One rewrite for all, since each gives objects other ids.
 */
import type { Finding, HistoryOrigin } from '@bnguard/engine';

/** A command to copy. POSIX shell; holds no value. */
export interface Command {
  readonly says: string;
  readonly text: string;
}

/** What a rewrite is told. */
export interface Purge {
  readonly fingerprints: readonly string[];
  /** By the ids of blobs, and of commits and tags for what they say: the fingerprints that each holds. */
  readonly blobs: Holders;
  readonly messages: Holders;
  /** Whether these are all that hold it; a report names only so many. */
  readonly isWhole: boolean;
}

type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/** Empty where nothing that a branch or tag leads to holds it. */
export function purgeOf(findings: readonly Finding[]): Purge {
  const reachable = findings.filter(({ origin }) => origin.kind === 'history' && origin.reachable !== false);
  const fingerprints = new Set(
    findings.map(({ fingerprint }) => fingerprint).filter((name) => isFingerprint.test(name)),
  );
  return {
    fingerprints: [...fingerprints],
    blobs: holdersOf(reachable, 'blob'),
    messages: holdersOf(reachable, 'object'),
    isWhole: reachable.every(({ origin }) => {
      const { places = [], placeCount = 0 } = origin as HistoryOrigin;
      return places.length >= placeCount;
    }),
  };
}

/** A report is a file, and may be anybody's: nothing else may get into a command. */
const isFingerprint = /^[0-9a-f]{32}$/;
const isId = /^[0-9a-f]{40,64}$/;

function holdersOf(findings: readonly Finding[], kind: 'blob' | 'object'): Holders {
  const holders = new Map<string, Set<string>>();
  for (const { fingerprint, origin } of findings) {
    const { [kind]: own, places = [] } = origin as HistoryOrigin;
    for (const id of [own, ...places.map((place) => place[kind])]) {
      if (id === undefined || !isId.test(id) || !isFingerprint.test(fingerprint)) continue;
      holders.set(id, (holders.get(id) ?? new Set()).add(fingerprint));
    }
  }
  return holders;
}

/** The arguments for `git filter-repo`. */
export function callbacks({ fingerprints, blobs, messages, isWhole }: Purge): string {
  return [
    ...(blobs.size > 0 ? [blobCallback(fingerprints, blobs, isWhole)] : []),
    ...(messages.size > 0
      ? [
          textCallback(
            'commit',
            ['message', 'author_name', 'author_email', 'committer_name', 'committer_email'],
            fingerprints,
            messages,
          ),
          textCallback('tag', ['message', 'tagger_name', 'tagger_email'], fingerprints, messages),
        ]
      : []),
  ].join(' \\\n    ');
}

export function whatItDoes({ blobs, messages, isWhole }: Purge): string {
  const places = [
    ...(blobs.size === 0
      ? []
      : [
          isWhole
            ? 'the versions of files that are named below'
            : 'all versions of files (more have it than a report names)',
        ]),
    ...(messages.size === 0 ? [] : ['messages of commits and tags, and names of their authors']),
  ];
  return [
    `In ${places.join(' and in ')} the value becomes REMOVED. A file’s version or a message that has it in another form (encoded, put together, a key in PEM) is dropped whole. The value is in no file and in no shell history.`,
    ...(isWhole ? [] : ['If it is still found then: scan what is left, and do it again.']),
  ].join(' ');
}

/**
 * Python. `cut` replaces what has one of the fingerprints (docs/decisions/0003-fingerprints.md); what an object holds and
 * `cut` did not see stands there in another form.
 */
const python = (kind: string, fingerprints: readonly string[], holders: Holders): string =>
  `import hashlib, re
names = {${fingerprints.map((name) => `"${name}"`).join(', ')}}
holders = {
${[...holders].map(([id, held]) => `    b"${id}": "${[...held].join(' ')}",`).join('\n')}
}
seen = set()
def one(found):
    name = hashlib.sha256(b"credential\\0" + found[0]).hexdigest()[:32]
    if name not in names:
        return found[0]
    seen.add(name)
    return b"REMOVED"
def cut(data):
    return re.sub(rb"(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])", one, data)
held = set(holders.get(${kind}.original_id, "").split())`;

const blobCallback = (fingerprints: readonly string[], holders: Holders, isWhole: boolean): string =>
  `--blob-callback '
${python('blob', fingerprints, holders)}
if ${isWhole ? 'held' : 'True'}:
    data = cut(blob.data)
    if held - seen:
        blob.skip()
    else:
        blob.data = data
'`;

const textCallback = (
  kind: string,
  fields: readonly string[],
  fingerprints: readonly string[],
  holders: Holders,
): string =>
  `--${kind}-callback '
${python(kind, fingerprints, holders)}
if held:
    texts = [cut(text or b"") for text in (${fields.map((field) => `${kind}.${field}`).join(', ')})]
    if held - seen:
        texts[0] = b"REMOVED\\n"
    ${fields.map((field) => `${kind}.${field}`).join(', ')} = texts
'`;
