/**
 * Many versions of many files, one finding for each value: what git's whole history says of a credential, folded out of
 * the findings in each object. Pure.
 */
import { severities } from './severity.ts';
import { byInterest } from './ref-interest.ts';
import type { Confidence, Finding, HistoryPlace, Moment, ObjectHistory, RankedMoment, Repository } from './types.ts';

/** So many refs and places are named of each finding; the others are counted. A purge needs the ids of the places. */
const mostNamed = { refs: 20, places: 200 } as const;

/** A value at one path of one object. */
interface Standing {
  readonly finding: Finding;
  readonly place: HistoryPlace;
  readonly end: Finding['end'];
  readonly first: RankedMoment | undefined;
  readonly last: RankedMoment | undefined;
  readonly atHead: boolean;
}

/** What may set a folded finding aside. */
export interface Standings {
  /** The findings of its newest versions: what a comment there says of the value is the last word. */
  readonly newest: readonly Finding[];
  /** Every path that it stands at. */
  readonly paths: readonly string[];
}

/** The folded findings, each with all that it was folded from. */
export function foldHistory(findings: readonly Finding[], { objects, asOf }: Repository): Map<Finding, Standings> {
  const byValue = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byValue.get(finding.fingerprint);
    if (same) same.push(finding);
    else byValue.set(finding.fingerprint, [finding]);
  }
  const folded = new Map<Finding, Standings>();
  for (const same of byValue.values()) {
    const standings = same.flatMap((finding) => standingsOf(finding, objects?.get(objectOf(finding) ?? '')));
    standings.sort(
      (a, b) => compareRanks(a.first, b.first) || compare(a.place.path, b.place.path) || byObjectAndPlace(a, b),
    );
    const [earliest] = standings;
    if (!earliest) continue;
    const last = standings.reduce<RankedMoment | undefined>((latest, one) => later(latest, one.last), undefined);
    const newest = standings.filter((one) => compareRanks(one.last, last) === 0).map(({ finding }) => finding);
    const strongest = same.reduce((a, b) => (strength(b) > strength(a) ? b : a));
    const pair = strongest.pair ?? same.find((finding) => finding.pair !== undefined)?.pair;
    folded.set(
      {
        ...strongest,
        ...(pair === undefined ? {} : { pair }),
        path: earliest.place.path,
        start: earliest.place.start,
        end: earliest.end,
        origin: {
          kind: 'history',
          ...idsOf(earliest.place),
          ...exposureOf(standings, [...new Set(same.map((finding) => objectOf(finding) ?? ''))], objects, asOf),
        },
      },
      { newest, paths: [...new Set(standings.map(({ place }) => place.path))] },
    );
  }
  return folded;
}

/** The object that a finding stands in. */
export function objectOf({ origin }: Pick<Finding, 'origin'>): string | undefined {
  return origin.kind === 'history' ? (origin.blob ?? origin.object) : undefined;
}

/**
 * A finding at every path of its object that reads as the one it was observed at. An object without a history stands
 * where it was observed.
 */
function standingsOf(finding: Finding, history: ObjectHistory | undefined): Standing[] {
  const { path, start, end, origin } = finding;
  const ids = origin.kind === 'history' ? idsOf(origin) : {};
  const at = (path: string, first?: RankedMoment, last?: RankedMoment, atHead = false): Standing => ({
    ...{ finding, end, first, last, atHead },
    place: { path, start, ...ids },
  });
  const alike = history?.places.filter((place) => (place.readAs ?? place.path) === path) ?? [];
  return alike.length > 0 ? alike.map((place) => at(place.path, place.first, place.last, place.atHead)) : [at(path)];
}

const idsOf = ({
  blob,
  object,
}: {
  readonly blob?: string;
  readonly object?: string;
}): Pick<HistoryPlace, 'blob' | 'object'> => ({
  ...(blob === undefined ? {} : { blob }),
  ...(object === undefined ? {} : { object }),
});

function exposureOf(
  standings: readonly Standing[],
  ids: readonly string[],
  objects: Repository['objects'],
  asOf: string | undefined,
): Omit<NonNullable<Extract<Finding['origin'], { kind: 'history' }>>, 'kind' | 'blob' | 'object'> {
  const histories = ids.flatMap((id) => objects?.get(id) ?? []);
  const firstCommit = momentOf(standings[0]?.first);
  const lastCommit = momentOf(
    standings.reduce<RankedMoment | undefined>((latest, { last }) => later(latest, last), undefined),
  );
  const headPath = standings.find(({ atHead }) => atHead)?.place.path;
  const refs = [...new Set(histories.flatMap((history) => history.refs))].sort(byInterest);
  const reachable = histories.some((history) => history.reachable);
  const heldBy = reachable
    ? undefined
    : (['index', 'stash', 'reflog', 'nothing'] as const).find((holder) =>
        histories.some((history) => history.heldBy === holder),
      );
  const days =
    firstCommit && asOf !== undefined
      ? Math.floor((Date.parse(asOf) - Date.parse(firstCommit.date)) / 86_400_000)
      : undefined;
  return {
    ...(firstCommit ? { firstCommit } : {}),
    ...(lastCommit ? { lastCommit } : {}),
    atHead: histories.some((history) => history.atHead),
    ...(headPath === undefined ? {} : { headPath }),
    ...(standings[0]?.first?.isCut ? { isCut: true as const } : {}),
    ...(days === undefined ? {} : { exposedDays: Math.max(0, days) }),
    refs: refs.slice(0, mostNamed.refs),
    refCount: refs.length,
    pushed: histories.some((history) => history.pushed),
    reachable,
    ...(heldBy ? { heldBy } : {}),
    places: standings.slice(1, 1 + mostNamed.places).map(({ place }) => place),
    placeCount: standings.length - 1 + histories.reduce((sum, { morePlaces = 0 }) => sum + morePlaces, 0),
  };
}

const momentOf = (moment: RankedMoment | undefined): Moment | undefined =>
  moment && { id: moment.id, date: moment.date };

const later = (a: RankedMoment | undefined, b: RankedMoment | undefined): RankedMoment | undefined =>
  compareRanks(a, b, -1) >= 0 ? a : b;

/** @param absent where a moment that is not known stands: 1 behind all others, -1 before them */
export function compareRanks(a: RankedMoment | undefined, b: RankedMoment | undefined, absent: 1 | -1 = 1): number {
  if (!a || !b) return a === b ? 0 : a ? -absent : absent;
  return a.time - b.time || a.generation - b.generation || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function byObjectAndPlace({ place: a }: Standing, { place: b }: Standing): number {
  return (
    compare(a.blob ?? a.object ?? '', b.blob ?? b.object ?? '') ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column
  );
}

const confidences: readonly Confidence[] = ['possible', 'likely', 'certain'];

/** How bad and how sure a finding is; then how much speaks for it. */
function strength({ severity, confidence, evidence }: Finding): number {
  const bits = evidence.reduce((sum, clue) => sum + clue.bits, 0);
  return severities.indexOf(severity) * 1000 + confidences.indexOf(confidence) * 300 + Math.min(200, bits);
}
