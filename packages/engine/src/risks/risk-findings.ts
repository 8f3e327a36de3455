/** Risks that documents show → findings, by what the rest of the project says of whose they are. */
import type { ProjectClues } from '../conclude.ts';
import { documentKey } from '../document-key.ts';
import { confidenceOf, counted } from '../judge.ts';
import { lessened } from '../severity.ts';
import { isOverdue, daysBetween, keyAgeOf } from './keys/age.ts';
import type { Clue, Finding, Observation, Repository, RiskObservation } from '../types.ts';

export function riskFindings(
  observations: readonly Observation[],
  project: ProjectClues,
  repository: Repository,
): Finding[] {
  const risks = observations.filter((one): one is RiskObservation => one.kind === 'risk');
  return distinct(risks).flatMap((risk) => riskFinding(risk, [...risk.clues, ...project(risk.path)], repository) ?? []);
}

/** The finding that a risk earns by all that speaks about it, if any. */
export function riskFinding(
  risk: RiskObservation,
  clues: readonly Clue[],
  repository: Repository = {},
): Finding | undefined {
  const confidence = confidenceOf(clues, 'risk');
  const message = risk.since === undefined ? risk.message : agedMessage(risk.message, risk, repository);
  if (!confidence || message === undefined) return undefined;
  const { rule, fingerprint, environment, path, start, end, origin } = risk;
  return {
    ...{ rule, role: 'unknown', severity: lessened(risk.severity, risk), confidence, message },
    ...{ masked: '', fingerprint, environment },
    ...(repository.name === undefined ? {} : { repository: repository.name }),
    ...{ path, start, end, origin },
    evidence: counted(clues).map(({ signal, bits, says }) => ({ signal, bits, says })),
  };
}

/** Undefined where it is not old enough, or nobody says what day it is. */
function agedMessage(message: string, { since, sample }: RiskObservation, repository: Repository): string | undefined {
  const days = daysBetween(since, repository.asOf);
  if (sample || days === undefined || !isOverdue(days, repository)) return undefined;
  return `${message}, ${String(days)} days ago; a key is to be renewed within ${String(keyAgeOf(repository))} days`;
}

/** One observation for each rule and place: windows of a file overlap. */
function distinct(risks: readonly RiskObservation[]): readonly RiskObservation[] {
  const places = new Map<string, RiskObservation>();
  for (const risk of risks) {
    const { rule, start } = risk;
    places.set(`${documentKey(risk)}\0${rule}\0${String(start.line)}:${String(start.column)}`, risk);
  }
  return [...places.values()];
}
