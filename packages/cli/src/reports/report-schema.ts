/** The shape of the JSON report, schema 1, as it is published; a test holds real reports against it. */
import type { Confidence, Severity } from '@bnguard/engine';
import * as v from 'valibot';
import { confidences, severities } from '../severity.ts';

const place = v.pipe(
  v.object({
    line: v.pipe(v.number(), v.integer(), v.minValue(1)),
    column: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  v.description('1-based; columns count UTF-16 code units'),
);
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const fingerprint = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

const finding = {
  rule: v.string(),
  role: v.picklist(['secret', 'api-key', 'private-key', 'unknown']),
  severity: v.picklist(severities as readonly [Severity, ...Severity[]]),
  confidence: v.picklist(confidences as readonly [Confidence, ...Confidence[]]),
  message: v.string(),
  masked: v.pipe(v.string(), v.description('at most the first four characters of the value')),
  fingerprint: v.pipe(v.string(), v.description('names the value without telling it')),
  environment: v.picklist(['live', 'testnet', 'demo', 'unknown']),
  pair: v.exactOptional(v.pipe(fingerprint, v.description('fingerprint of the other half'))),
  repository: v.exactOptional(v.string()),
  path: v.pipe(v.string(), v.description("POSIX, relative to the work tree's top inside git, else to PATH")),
  start: place,
  end: v.pipe(place, v.description('exclusive')),
  origin: v.object({
    kind: v.picklist(['file', 'staged', 'stdin', 'range', 'history', 'editor']),
    commit: v.exactOptional(v.pipe(v.string(), v.description('with --range: the commit that brings it'))),
    message: v.exactOptional(v.pipe(v.literal(true), v.description("in the commit's message; the path is empty"))),
  }),
  evidence: v.array(v.object({ signal: v.string(), bits: v.number(), says: v.string() })),
};
const suppression = v.object({
  by: v.picklist(['comment', 'config', 'baseline']),
  reason: v.exactOptional(v.string()),
  at: v.exactOptional(v.string()),
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
      object: v.exactOptional(v.pipe(v.string(), v.description('the id of a git object'))),
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
    staged: v.exactOptional(v.pipe(wholeNumber, v.description('with --staged: paths with new content in the index'))),
    commits: v.exactOptional(v.pipe(wholeNumber, v.description('with --range: commits'))),
  }),
});
