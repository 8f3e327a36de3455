/** The shape of the JSON report, schema 1, as it is published; a test holds real reports against it. */
import type { Confidence, Severity, Shape } from '@bnguard/engine';
import * as v from 'valibot';
import { confidences, severities } from '@bnguard/engine/severity';

const place = v.pipe(
  v.object({
    line: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31)),
    column: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.description('1-based; columns count UTF-16 code units'),
);
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What not-fetched.ts makes, and nothing else: people copy it. */
const fetchCommand = /^git fetch [\w./][\w./-]* '\+refs\/[a-z-]+\/\*\/[a-z]+:refs\/[a-z-]+\/\*\/[a-z]+'$/;

const objectId = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/));
const moment = v.object({
  id: objectId,
  date: v.pipe(v.string(), v.isoTimestamp(), v.description("the author's date")),
});
const origin = v.variant('kind', [
  v.object({ kind: v.picklist(['file', 'staged', 'stdin', 'editor']) }),
  v.object({ kind: v.literal('range'), commit: objectId, message: v.exactOptional(v.literal(true)) }),
  v.object({
    kind: v.literal('history'),
    blob: v.exactOptional(objectId),
    object: v.exactOptional(v.pipe(objectId, v.description('a commit or tag, for its message'))),
    firstCommit: v.exactOptional(moment),
    lastCommit: v.exactOptional(moment),
    atHead: v.exactOptional(v.boolean()),
    headPath: v.exactOptional(v.string()),
    isCut: v.exactOptional(v.pipe(v.literal(true), v.description('firstCommit is where a shallow clone is cut off'))),
    exposedDays: v.exactOptional(v.pipe(wholeNumber, v.description('from its first commit to asOf'))),
    refs: v.exactOptional(v.array(v.string())),
    refCount: v.exactOptional(wholeNumber),
    pushed: v.exactOptional(v.boolean()),
    reachable: v.exactOptional(v.boolean()),
    heldBy: v.exactOptional(v.picklist(['index', 'stash', 'reflog', 'nothing'])),
    places: v.exactOptional(
      v.array(
        v.object({
          path: v.string(),
          start: place,
          blob: v.exactOptional(objectId),
          object: v.exactOptional(objectId),
        }),
      ),
    ),
    placeCount: v.exactOptional(wholeNumber),
  }),
]);

const finding = {
  rule: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
  role: v.picklist(['secret', 'api-key', 'private-key', 'unknown']),
  severity: v.picklist(severities as readonly [Severity, ...Severity[]]),
  confidence: v.picklist(confidences as readonly [Confidence, ...Confidence[]]),
  message: v.string(),
  masked: v.pipe(v.string(), v.regex(/^.{0,4}…?$/su), v.description('at most the first four characters of the value')),
  fingerprint: v.pipe(v.string(), v.description('names the value without telling it')),
  environment: v.picklist(['live', 'testnet', 'demo', 'unknown']),
  pair: v.exactOptional(v.pipe(fingerprint, v.description('fingerprint of the other half'))),
  repository: v.exactOptional(v.string()),
  path: v.pipe(v.string(), v.description("POSIX, relative to the work tree's top inside git, else to PATH")),
  start: place,
  end: v.pipe(place, v.description('exclusive')),
  origin,
  evidence: v.array(v.object({ signal: v.string(), bits: v.number(), says: v.string() })),
  lineHash: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{1,16}:\d+$/), v.description('by which GitHub knows the line again')),
  ),
};
const suppression = v.object({
  by: v.picklist(['comment', 'config', 'baseline']),
  reason: v.exactOptional(v.string()),
  at: v.exactOptional(v.string()),
});

const shapes = [
  ...(['alnum64', 'hex64', 'private-key', 'encrypted-private-key'] as const),
  ...(['fernet', 'listen-key', 'passphrase', 'signature'] as const),
] as const satisfies readonly Shape[];
const placed = { path: v.string(), origin, start: place, end: place };
const rankedMoment = v.object({
  ...moment.entries,
  time: v.number(),
  generation: wholeNumber,
  isCut: v.exactOptional(v.literal(true)),
});
/** What `bnguard merge` reads of a part of a history; made for that, and bound to the version that wrote it. */
const clues = v.array(
  v.looseObject({ signal: v.string(), question: v.string(), group: v.string(), bits: v.number(), says: v.string() }),
);
const environment = v.picklist(['live', 'testnet', 'demo', 'unknown']);

const shard = v.object({
  index: wholeNumber,
  count: wholeNumber,
  repository: v.string(),
  state: v.object({ objects: wholeNumber, refs: wholeNumber, digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
  noIgnores: v.boolean(),
  suppressions: v.array(
    v.looseObject({
      by: v.picklist(['config', 'baseline']),
      at: v.string(),
      place: v.object({ path: v.string(), start: place, end: place }),
      match: v.object({
        paths: v.exactOptional(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(4096)))),
        rules: v.exactOptional(v.array(v.string())),
        fingerprint: v.exactOptional(fingerprint),
        severity: v.exactOptional(v.picklist(severities as readonly [Severity, ...Severity[]])),
        expired: v.exactOptional(v.literal(true)),
      }),
    }),
  ),
  head: v.exactOptional(
    v.looseObject({
      keyAge: v.exactOptional(wholeNumber),
      services: v.exactOptional(v.array(v.string())),
      inventory: v.exactOptional(
        v.looseObject({
          path: v.string(),
          keys: v.array(
            v.looseObject({
              name: v.string(),
              fingerprints: v.array(fingerprint),
              state: v.string(),
              environment: v.string(),
              strategies: v.array(v.string()),
              inCode: v.exactOptional(v.boolean()),
              expectedIn: v.exactOptional(v.array(v.string())),
              line: wholeNumber,
            }),
          ),
        }),
      ),
    }),
  ),
  observations: v.array(
    v.variant('kind', [
      v.looseObject({
        kind: v.literal('credential'),
        ...placed,
        shape: v.picklist(shapes),
        fingerprint,
        masked: v.string(),
        documented: v.boolean(),
        clues,
        environment,
        use: v.string(),
        stem: v.string(),
        containers: v.array(v.number()),
        sample: v.boolean(),
      }),
      v.looseObject({
        kind: v.literal('project'),
        path: v.string(),
        clue: v.exactOptional(v.looseObject({ signal: v.string(), bits: v.number(), says: v.string() })),
        keyFiles: v.array(v.string()),
        expects: v.exactOptional(v.array(v.string())),
      }),
      v.looseObject({
        kind: v.literal('file'),
        path: v.string(),
        origin,
        state: v.picklist(['addable', 'tracked', 'stored', 'published']),
        exists: v.boolean(),
        filled: v.exactOptional(v.boolean()),
        because: v.string(),
      }),
      v.looseObject({
        kind: v.literal('risk'),
        ...placed,
        rule: v.string(),
        severity: v.picklist(severities as readonly [Severity, ...Severity[]]),
        message: v.string(),
        fingerprint,
        clues,
        environment,
        sample: v.boolean(),
      }),
      v.looseObject({
        kind: v.literal('file'),
        path: v.string(),
        state: v.picklist(['addable', 'tracked', 'stored', 'published']),
        exists: v.boolean(),
        filled: v.exactOptional(v.boolean()),
        because: v.string(),
      }),
      v.looseObject({ kind: v.literal('ignore'), ...placed, rules: v.array(v.string()), line: wholeNumber }),
    ]),
  ),
  refs: v.array(v.string()),
  objects: v.record(
    v.string(),
    v.object({
      places: v.array(
        v.object({
          path: v.string(),
          readAs: v.exactOptional(v.string()),
          atHead: v.exactOptional(v.literal(true)),
          first: v.exactOptional(rankedMoment),
          last: v.exactOptional(rankedMoment),
        }),
      ),
      morePlaces: v.exactOptional(wholeNumber),
      atHead: v.boolean(),
      refs: v.pipe(v.string(), v.regex(/^[0-9a-f]*$/), v.description('bits in the order of `refs`, in hex')),
      pushed: v.boolean(),
      reachable: v.boolean(),
      heldBy: v.exactOptional(v.picklist(['index', 'stash', 'reflog', 'nothing'])),
    }),
  ),
});

/** Open for more fields: later versions of schema 1 may add some. */
export const reportSchema: v.GenericSchema = v.object({
  schema: v.literal(1),
  tool: v.object({ name: v.literal('bnguard'), version: v.string() }),
  asOf: v.pipe(v.string(), v.isoTimestamp()),
  complete: v.pipe(v.boolean(), v.description('false: something could not be read, and there may be more')),
  findings: v.array(v.object(finding)),
  suppressed: v.array(v.object({ ...finding, suppression })),
  skipped: v.array(
    v.object({
      path: v.string(),
      object: v.exactOptional(objectId),
      why: v.picklist(['binary', 'too-large', 'unreadable', 'missing', 'link-outside', 'archive']),
      detail: v.exactOptional(v.string()),
    }),
  ),
  coverage: v.object({
    documents: wholeNumber,
    bytes: wholeNumber,
    ignored: wholeNumber,
    dependencyFolders: wholeNumber,
    repositories: wholeNumber,
    objects: v.exactOptional(wholeNumber),
    blobs: v.exactOptional(wholeNumber),
    refs: v.exactOptional(wholeNumber),
    shallow: v.exactOptional(v.boolean()),
    partial: v.exactOptional(v.boolean()),
    missing: v.exactOptional(wholeNumber),
    cached: v.exactOptional(wholeNumber),
    alternates: v.exactOptional(v.array(v.string())),
    notFetched: v.exactOptional(
      v.array(
        v.object({
          refs: v.pipe(v.string(), v.regex(/^refs\/[a-z-]+\/\*$/)),
          command: v.pipe(v.string(), v.regex(fetchCommand)),
        }),
      ),
    ),
    staged: v.exactOptional(v.pipe(wholeNumber, v.description('with --staged: paths with new content in the index'))),
    commits: v.exactOptional(v.pipe(wholeNumber, v.description('with --range: commits'))),
  }),
  overruled: v.exactOptional(
    v.pipe(
      v.array(v.object({ ...finding, suppression })),
      v.description('with --config-from: those findings that an ignore comment excuses which did not count'),
    ),
  ),
  shard: v.exactOptional(v.pipe(shard, v.description('a part of a history, for bnguard merge'))),
});
