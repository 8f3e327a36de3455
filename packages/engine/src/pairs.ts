/** Finds the halves that belong together: an API key and the secret or private key that signs for it. */
import { addToGroup } from './grouped.ts';
import { counted, roleOf } from './judge.ts';
import { clue } from './signals.ts';
import type { Clue, CredentialObservation, Role } from './types.ts';

/** A credential in the making: what was observed, and what the rest of the repository adds. */
export interface Case {
  readonly observation: CredentialObservation;
  readonly clues: Clue[];
  pair?: Case;
}

/** How far apart, in places of the file's order, halves are looked for: keeps files of thousands linear. */
const reach = 12;
/** Below this, two values merely stand in one file. */
const minimum = 2;
/** The lead of a role that only a name such as `keys` tells: 2 bits. */
const weakest = 2;

/** Pairs the cases of one file, nearest and most alike first, and gives both halves what they say of each other. */
export function pairWithin(cases: readonly Case[]): void {
  const crowded = cases.filter(isOther).length >= 2;
  // Before any is paired: each is compared with a dozen others.
  const roles = new Map(cases.map((item) => [item, roleOf(item.clues).role]));
  const roleBefore = (item: Case): Role => roles.get(item) ?? 'unknown';
  const scored: { a: Case; b: Case; score: number }[] = [];
  cases.forEach((a, i) => {
    for (const b of cases.slice(i + 1, i + 1 + reach)) {
      const score = scoreOf(a, b, roleBefore);
      if (score >= minimum) scored.push({ a, b, score });
    }
  });
  scored.sort((x, y) => y.score - x.score);
  for (const { a, b } of scored) if (!a.pair && !b.pair) join(a, b, crowded);
  cases.forEach((a, i) => {
    const b = cases[i + 1];
    if (b && !a.pair && !b.pair && underOneName(a, b)) joinInOrder(a, b);
  });
  const [a, b] = cases;
  if (a && b && cases.length === 2 && !a.pair && !b.pair && areAlone(a, b)) joinInOrder(a, b);
}

/** The only two of a file, of whose roles nothing tells. */
function areAlone({ observation: a, clues }: Case, { observation: b, clues: others }: Case): boolean {
  const untold = roleOf(clues).role === 'unknown' && roleOf(others).role === 'unknown';
  return untold && a.fingerprint !== b.fingerprint && fits(a, b) && b.start.line - a.end.line <= 40;
}

/** `binance_keys = ["…", "…"]`: the name says key of both, and is the name of the two together. */
function underOneName({ observation: a, clues }: Case, { observation: b, clues: others }: Case): boolean {
  const [first, second] = [roleOf(clues), roleOf(others)];
  const keys = first.role === 'api-key' && second.role === 'api-key' && first.lead <= weakest && second.lead <= weakest;
  return keys && a.fingerprint !== b.fingerprint && fits(a, b) && b.start.line - a.end.line <= 1 && a.stem === b.stem;
}

/** Pairs what is left over across files: one key and one secret of the same name, or alone in the same folder. */
export function pairAcross(cases: readonly Case[]): void {
  const groups = new Map<string, Case[]>();
  for (const item of cases) {
    if (item.pair || roleOf(item.clues).role === 'unknown') continue;
    const { stem, path, environment } = item.observation;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (stem !== '') addToGroup(groups, `stem ${stem} ${environment}`, item);
    addToGroup(groups, `folder ${folder}`, item);
  }
  for (const group of groups.values()) {
    const open = group.filter(({ pair }) => !pair);
    const distinct = new Set(open.map(({ observation }) => observation.fingerprint));
    const [a, b] = open;
    if (a && b && distinct.size === 2 && open.length === 2 && complementary(a, b)) join(a, b, false);
  }
}

/** How surely two values are halves of one credential; 0 when they cannot be. */
function scoreOf(a: Case, b: Case, role: (item: Case) => Role): number {
  const first = a.observation;
  const second = b.observation;
  if (first.fingerprint === second.fingerprint || !fits(first, second) || !fitting(role(a), role(b))) return 0;
  const told = [a, b].filter((item) => role(item) !== 'unknown').length;
  const distance = Math.abs(second.start.line - first.end.line);
  const together = first.containers.some((container) => container > 0 && second.containers.includes(container)) ? 4 : 0;
  // Names that tell no role tell no owner either: a time, a person who writes.
  const differs = told > 0 && first.stem !== '' && second.stem !== '' && first.stem !== second.stem;
  const alike = first.stem !== '' && first.stem === second.stem ? 3 : differs ? -2 : 0;
  const near = distance <= 1 ? 3 : distance <= 3 ? 2 : distance <= 8 ? 1 : 0;
  if (first.environment !== second.environment && first.environment !== 'unknown' && second.environment !== 'unknown')
    return 0;
  // A name with words of its own is rather another value than a half.
  const foreign =
    together === 0 && [a, b].some(({ clues }) => clues.some(({ group }) => group === 'foreign' || group === 'use'))
      ? -3
      : 0;
  return together + alike + near + foreign + (distance <= 40 ? told : 0);
}

/** Keys of one kind, or an API key with a private key. */
function fits(a: CredentialObservation, b: CredentialObservation): boolean {
  const kinds = [a.shape, b.shape];
  if (
    kinds.every((kind) => kind === 'alnum64') ||
    kinds.every((kind) => kind === 'fernet') ||
    kinds.every((kind) => kind === 'hex64')
  )
    return true;
  return kinds.includes('alnum64') && kinds.some((kind) => kind === 'private-key' || kind === 'encrypted-private-key');
}

/** Whether their roles are, or may be, the two halves. */
function complementary(a: Case, b: Case): boolean {
  return fitting(roleOf(a.clues).role, roleOf(b.clues).role);
}

function fitting(...roles: readonly Role[]): boolean {
  if (roles.includes('unknown')) return true;
  return roles.includes('api-key') && roles.some((role) => role === 'secret' || role === 'private-key');
}

function joinInOrder(a: Case, b: Case): void {
  a.pair = b;
  b.pair = a;
  a.clues.push(clue('role-order', 'it stands before the other half', 'api-key'));
  b.clues.push(clue('role-order', 'it stands after the other half', 'secret'));
}

/** @param crowded the file holds secrets of several services, so that two named halves say little of whose they are. */
function join(a: Case, b: Case, crowded: boolean): void {
  const other: Readonly<Record<Role, Role | undefined>> = {
    'api-key': 'secret',
    secret: 'api-key',
    'private-key': 'api-key',
    unknown: undefined,
  };
  const [first, second] = [roleOf(a.clues), roleOf(b.clues)];
  if (first.role === 'unknown' && second.role === 'unknown') {
    joinInOrder(a, b);
    return;
  }
  a.pair = b;
  b.pair = a;
  const toFirst = other[second.role];
  const toSecond = other[first.role];
  if (toFirst && first.lead < second.lead)
    a.clues.push(clue('role-other-half', `the other half is ${spoken(second.role)}`, toFirst));
  else if (toSecond && second.lead < first.lead)
    b.clues.push(clue('role-other-half', `the other half is ${spoken(first.role)}`, toSecond));
  for (const [own, other] of [
    [a, b],
    [b, a],
  ] as const)
    if (isOwn(own) && !isOwn(other) && isOtherwise(other))
      other.clues.push(clue('half-of-own', 'its other half is Binance’s'));
  if (!crowded && named(a) && named(b))
    for (const item of [a, b]) item.clues.push(clue('named-pair', 'its other half is named beside it'));
}

function isOwn({ clues }: Case): boolean {
  return clues.some(({ group, question }) => question === 'binance' && group === 'own');
}

/** Whether its name says that it is something else, or another's. */
function isOther({ clues }: Case): boolean {
  return clues.some(({ group }) => group === 'foreign' || group === 'use');
}

function isOtherwise({ clues }: Case): boolean {
  return clues.some(({ group }) => group === 'otherwise');
}

function named({ clues }: Case): boolean {
  return counted(clues).some(
    ({ signal }) => signal === 'role-name' || signal === 'role-label' || signal === 'role-key',
  );
}

function spoken(role: Role): string {
  return role === 'api-key' ? 'the API key' : role === 'secret' ? 'the secret' : 'the private key';
}
