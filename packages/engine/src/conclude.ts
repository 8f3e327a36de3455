/**
 * Observations + repository → findings. Pure. Here one document's clues meet what the others say: the project, the
 * same value elsewhere, the other half; then each case is judged, named, and perhaps suppressed.
 */
import { documentKey } from './document-key.ts';
import { addToGroup, addToSet } from './grouped.ts';
import { foldHistory, type Standings } from './history.ts';
import { confidenceOf, counted, roleOf, total } from './judge.ts';
import { meaningOf } from './clues/names.ts';
import { observe } from './observe.ts';
import { pairAcross, pairWithin, type Case } from './pairs.ts';
import { fileFindings } from './risks/files/file-findings.ts';
import { gitAgeFindings } from './risks/keys/git-age-findings.ts';
import { heldKeys, type HeldKey } from './risks/keys/held-keys.ts';
import { inventoryFindings } from './risks/keys/inventory-findings.ts';
import { reuseFindings } from './risks/keys/reuse-findings.ts';
import { riskFindings } from './risks/risk-findings.ts';
import { messageOf } from './sentence.ts';
import { isTestnet, lessened } from './severity.ts';
import { clue } from './signals.ts';
import { suppress } from './suppress.ts';
import type {
  Clue,
  Conclusion,
  CredentialObservation,
  Document,
  Finding,
  IgnoreObservation,
  Observation,
  ProjectObservation,
  Repository,
  Role,
  Severity,
  Shape,
} from './types.ts';

/** What the observations of one repository amount to. Findings are sorted by path, place and rule. */
export function conclude(observations: readonly Observation[], repository: Repository = {}): Conclusion {
  const credentials = distinct(observations.filter((one): one is CredentialObservation => one.kind === 'credential'));
  const ignores = observations.filter((one): one is IgnoreObservation => one.kind === 'ignore');
  const project = projectClues(observations, repository);
  const cases = casesOf(credentials, observations, project);
  const judged = cases.flatMap((item) => {
    const finding = findingOf(item, repository);
    return finding ? [{ observation: item.observation, finding }] : [];
  });
  const inContent = [
    ...withKeys(judged.map(({ finding }) => finding)),
    ...riskFindings(observations, project, repository),
  ];
  const findings = [...inContent, ...fileFindings(observations, inContent, project, repository)];
  const isHistory = findings[0]?.origin.kind === 'history';
  const folded = isHistory ? foldHistory(findings, repository) : undefined;
  const keys = heldKeys(judged, repository);
  const told = folded ? withHygieneOf(folded, keys, repository) : [...findings, ...hygiene(keys, cases, repository)];
  const { findings: kept, suppressed } = suppress(told, ignores, repository, folded);
  const located = lineHashesOf(observations);
  return {
    findings: withPairs(kept, told).map(located).sort(inOrder),
    suppressed: suppressed.map(located).sort(inOrder),
  };
}

/** Gives findings the hashes of the lines that they begin in. */
function lineHashesOf(observations: readonly Observation[]): <T extends Finding>(finding: T) => T {
  const hashes = new Map(
    observations.flatMap((one) =>
      'lineHash' in one && one.lineHash ? [[`${documentKey(one)}\0${one.start.line}`, one.lineHash]] : [],
    ),
  );
  return (finding) => {
    const lineHash = hashes.get(`${documentKey(finding)}\0${finding.start.line}`);
    return lineHash === undefined ? finding : { ...finding, lineHash };
  };
}

/** What is told of keys as such: one serves several, an inventory does not know it. */
function hygiene(keys: readonly HeldKey[], cases: readonly Case[], repository: Repository): Finding[] {
  const seen = new Map<string, Set<string>>();
  for (const { observation } of cases) addToSet(seen, observation.fingerprint, observation.path);
  return [...reuseFindings(keys, repository), ...inventoryFindings(keys, seen, repository)];
}

/** The same of a history: of each value once, and of what HEAD still has. Adds to what the findings are folded from. */
function withHygieneOf(folded: Map<Finding, Standings>, keys: readonly HeldKey[], repository: Repository): Finding[] {
  const values = new Map([...folded.keys()].map((finding) => [finding.fingerprint, finding]));
  const whole = keys.flatMap((key) => {
    const finding = values.get(key.finding.fingerprint);
    return finding ? [{ ...key, finding }] : [];
  });
  const real = new Set(whole.flatMap(({ finding, sample }) => (sample ? [] : [finding.fingerprint])));
  const { inventory, ...rest } = repository;
  const about = inventory ? { ...rest, inventory: { ...inventory, isJudged: false } } : repository;
  const told = [
    ...gitAgeFindings([...folded.keys()], real, repository),
    ...reuseFindings(whole, about),
    ...inventoryFindings(whole, new Map(), about),
  ];
  const once = new Map(told.map((finding) => [`${finding.rule}\0${finding.fingerprint}`, finding]));
  for (const finding of once.values()) {
    const from = values.get(finding.fingerprint);
    if (from) folded.set(finding, folded.get(from)!);
  }
  return [...folded.keys()];
}

/** What an editor uses: one document, and what it knows of its repository, if anything. */
export function detect(document: Document, repository: Repository = {}): Conclusion {
  return conclude(observe(document), repository);
}

/** Everything that speaks about each credential, from all documents. */
export function casesOf(
  credentials: readonly CredentialObservation[],
  observations: readonly Observation[],
  project: ProjectClues,
): Case[] {
  const named = namedElsewhere(observations);
  const cases = credentials.map((observation): Case => ({
    observation,
    clues: [...observation.clues, ...project(observation.path), ...named(observation)],
  }));
  shareBetweenEqualValues(cases);
  const byPath = groupByPath(cases);
  for (const group of byPath.values()) pairWithin(group);
  pairAcross(cases.filter(({ clues }) => confidenceOf(clues) !== 'possible' && confidenceOf(clues) !== undefined));
  return cases;
}

function groupByPath(cases: readonly Case[]): Map<string, Case[]> {
  const groups = new Map<string, Case[]>();
  for (const item of cases) addToGroup(groups, documentKey(item.observation), item);
  return groups;
}

/** One observation for each place, in order of place. */
function distinct(credentials: readonly CredentialObservation[]): CredentialObservation[] {
  const places = new Map(
    credentials.map((one) => [`${documentKey(one)}\0${String(one.start.line)}:${String(one.start.column)}`, one]),
  );
  return [...places.values()].sort(inOrder);
}

/** What the project says of what stands in a file of this path. */
export type ProjectClues = (path: string) => readonly Clue[];

/**
 * The strongest clue to the project, for each path: what its own file says is counted there already. Of a package that was
 * installed only what stands in it counts: it is another project.
 */
export function projectClues(observations: readonly Observation[], { name }: Repository): ProjectClues {
  const projects = observations
    .filter((one): one is ProjectObservation & { clue: Clue } => one.kind === 'project' && one.clue !== undefined)
    .sort((a, b) => b.clue.bits - a.clue.bits || (a.path < b.path ? -1 : 1));
  const named =
    name !== undefined && meaningOf(name).binance === 'name'
      ? [clue('binance-repository', 'the repository’s name says Binance')]
      : [];
  const packages = new Map(projects.map((one) => [one, installedPackage(one.path)]));
  return (path) => {
    const home = installedPackage(path);
    const other = projects.find((one) => one.path !== path && (home === undefined || packages.get(one) === home));
    const own = home === undefined ? named : [];
    return other ? [...own, other.clue] : own;
  };
}

/** The folder of the package that a path lies in, where a package manager put it there. */
function installedPackage(path: string): string | undefined {
  return /^(?:.*\/)?(?:node_modules|site-packages|dist-packages|bower_components|jspm_packages|Pods)\/(?:@[^/]+\/)?[^/]+\//.exec(
    path,
  )?.[0];
}

/** A private key in a file, or a value of the environment, that the program which calls Binance names. */
function namedElsewhere(observations: readonly Observation[]): (observation: CredentialObservation) => Clue[] {
  const projects = observations.filter((one) => one.kind === 'project');
  const files = new Set(projects.flatMap(({ keyFiles }) => keyFiles));
  const variables = new Set(projects.flatMap((one) => one.variables ?? []));
  return ({ shape, path, variable }) => [
    ...(/private-key$/.test(shape) && files.has(path.slice(path.lastIndexOf('/') + 1))
      ? [clue('key-file-named', 'a program that calls Binance loads this file')]
      : []),
    ...(variable !== undefined && variables.has(variable)
      ? [clue('variable-named', 'a program gives this variable to a client of Binance')]
      : []),
  ];
}

/** One value is one credential: what is known of it at one place is known everywhere. */
function shareBetweenEqualValues(cases: readonly Case[]): void {
  const byValue = new Map<string, Case[]>();
  for (const item of cases) {
    // A passphrase's fingerprint is of its place, a listen key has no role.
    if (item.observation.shape === 'passphrase' || item.observation.shape === 'listen-key') continue;
    addToGroup(byValue, item.observation.fingerprint, item);
  }
  for (const places of byValue.values()) {
    if (places.length < 2) continue;
    const best = places.reduce((most, { clues }) => Math.max(most, total(clues, 'binance')), -Infinity);
    const certain = places.some(({ clues }) => confidenceOf(clues) === 'certain');
    const leading = places.map(({ clues }) => roleOf(clues)).sort((a, b) => b.lead - a.lead)[0];
    for (const { clues } of places) {
      if (best >= 6 && total(clues, 'binance') < 6)
        clues.push(clue('same-value', 'the same value stands elsewhere as Binance’s'));
      if (certain && confidenceOf(clues) !== 'certain')
        clues.push(clue('same-credential', 'the same value certainly is one elsewhere'));
      if (leading && leading.role !== 'unknown' && roleOf(clues).role === 'unknown')
        clues.push(clue('role-same-value', 'the same value has this role elsewhere', leading.role));
    }
  }
}

/** The finding that a case earns, if any. */
export function findingOf({ observation, clues, pair }: Case, { name }: Repository = {}): Finding | undefined {
  const { documented, masked, fingerprint, environment, path, origin, start, end } = observation;
  const confidence = documented ? 'certain' : confidenceOf(clues);
  if (!confidence) return undefined;
  const { role } = roleOf(clues);
  return {
    rule: documented ? 'documented-example' : ruleOf(observation.shape, role),
    role,
    severity: documented ? 'info' : severityOf(observation, role, pair !== undefined),
    confidence,
    message: messageOf(observation, role, confidence),
    masked,
    fingerprint,
    environment,
    ...(pair ? { pair: pair.observation.fingerprint } : {}),
    ...(name === undefined ? {} : { repository: name }),
    path,
    start,
    end,
    origin,
    evidence: [
      ...counted(clues).map(({ signal, bits, says }) => ({ signal, bits, says })),
      // It decides how bad the finding is, so it has to be seen.
      ...(isTestnet(observation) && observation.environmentBy !== undefined
        ? [{ signal: 'environment', bits: 0, says: `${observation.environmentBy} says ${environment}` }]
        : []),
    ],
  };
}

function ruleOf(shape: Shape, role: Role): string {
  if (shape === 'listen-key') return 'listen-key';
  if (shape === 'passphrase') return 'key-passphrase';
  if (shape === 'signature') return 'signed-request';
  return role === 'api-key' || role === 'private-key' ? role : 'secret-key';
}

/** How bad it is if true: by role, one step less in samples and tests, at most low on a testnet. */
function severityOf({ shape, sample, environment }: CredentialObservation, role: Role, paired: boolean): Severity {
  const whole: Severity =
    shape === 'listen-key'
      ? 'low'
      : shape === 'encrypted-private-key' || shape === 'signature' || (role === 'api-key' && !paired)
        ? 'medium'
        : role === 'unknown' && !paired
          ? 'high'
          : 'critical';
  return lessened(whole, { sample, environment });
}

/** A recorded request is one only where its API key is found too, and is no published example. */
function withKeys(findings: readonly Finding[]): Finding[] {
  const keyed = new Set(findings.filter(({ rule }) => rule === 'api-key').map(documentKey));
  return findings.filter((finding) => finding.rule !== 'signed-request' || keyed.has(documentKey(finding)));
}

/** A pair is told only where the other half is reported too, suppressed or not. */
function withPairs(kept: readonly Finding[], all: readonly Finding[]): Finding[] {
  const reported = new Set(all.map(({ fingerprint }) => fingerprint));
  return kept.map((finding) => {
    if (finding.pair === undefined || reported.has(finding.pair)) return finding;
    const { pair: _, ...alone } = finding;
    return alone;
  });
}

function inOrder(
  a: Pick<Finding, 'path' | 'start'> & { rule?: string },
  b: Pick<Finding, 'path' | 'start'> & { rule?: string },
): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column || ((a.rule ?? '') < (b.rule ?? '') ? -1 : 1);
}
