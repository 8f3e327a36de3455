/** Which findings are shown, and in which order. Pure. */
import type { PageFinding } from '../src/reports/html/page-data.ts';
import { isTestnet, confidences, severities } from '@bnguard/engine/severity';

export interface Filter {
  readonly search: string;
  readonly rule: string;
  readonly severity: string;
  readonly state: string;
  readonly path: string;
  /** Days as YYYY-MM-DD, of the author's date; '' for any. */
  readonly from: string;
  readonly to: string;
  readonly order: string;
}

const history = ({ origin }: PageFinding): Extract<PageFinding['origin'], { kind: 'history' }> | undefined =>
  origin.kind === 'history' ? origin : undefined;

/** The states that one can ask for; each only where some finding has it. */
export const states: readonly {
  readonly id: string;
  readonly name: string;
  readonly has: (one: PageFinding) => boolean;
}[] = [
  { id: 'open', name: 'not set aside', has: (one) => one.suppression === undefined },
  {
    id: 'live',
    name: 'live or unknown system',
    has: (one) => one.environment === 'live' || one.environment === 'unknown',
  },
  { id: 'test', name: 'testnet or demo', has: isTestnet },
  { id: 'paired', name: 'with its other half', has: (one) => one.pair !== undefined },
  { id: 'head', name: 'still in HEAD', has: (one) => history(one)?.atHead === true },
  { id: 'gone', name: 'only in the history', has: (one) => history(one)?.atHead === false },
  { id: 'pushed', name: 'on a remote', has: (one) => history(one)?.pushed === true },
  { id: 'loose', name: 'on no branch or tag', has: (one) => history(one)?.reachable === false },
  { id: 'aside', name: 'set aside', has: (one) => one.suppression !== undefined },
];

/** The author's day on which it came in; '' where none is known. */
export const dayOf = (finding: PageFinding): string => history(finding)?.firstCommit?.date.slice(0, 10) ?? '';

/** What a search looks at, made once for each finding. */
const texts = new WeakMap<PageFinding, string>();
function textOf(finding: PageFinding): string {
  const known = texts.get(finding);
  if (known !== undefined) return known;
  const { rule, masked, message, path, fingerprint, repository = '', origin } = finding;
  const commits =
    origin.kind === 'history' ? [origin.firstCommit?.id, origin.lastCommit?.id, ...(origin.refs ?? [])] : [];
  const text = [rule, masked, message, path, fingerprint, repository, ...commits].join('\n').toLowerCase();
  texts.set(finding, text);
  return text;
}

export function filtered(all: readonly PageFinding[], filter: Filter): PageFinding[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const path = filter.path.toLowerCase();
  const state = states.find(({ id }) => id === filter.state);
  const floor = severities.findIndex((severity) => severity === filter.severity);
  const found = all.filter(
    (one) =>
      (filter.rule === '' || one.rule === filter.rule) &&
      severities.indexOf(one.severity) >= floor &&
      (state === undefined || state.has(one)) &&
      (path === '' || one.path.toLowerCase().includes(path)) &&
      (filter.from === '' || dayOf(one) >= filter.from) &&
      (filter.to === '' || (dayOf(one) !== '' && dayOf(one) <= filter.to)) &&
      words.every((word) => textOf(one).includes(word)),
  );
  return found.sort(orders[filter.order] ?? orders['worst']);
}

const byPath = (a: PageFinding, b: PageFinding): number =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.start.line - b.start.line || a.start.column - b.start.column;

const orders: Readonly<Record<string, (a: PageFinding, b: PageFinding) => number>> = {
  worst: (a, b) =>
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    byPath(a, b),
  path: byPath,
  oldest: (a, b) =>
    (dayOf(a) || '9') < (dayOf(b) || '9') ? -1 : (dayOf(a) || '9') > (dayOf(b) || '9') ? 1 : byPath(a, b),
};
