/** Risks that documents show → findings, by what the rest of the project says of whose they are. */
import type { ProjectClues } from '../conclude.ts';
import { documentKey } from '../document-key.ts';
import { confidenceOf, counted } from '../judge.ts';
import { lessened } from '../severity.ts';
import { isOverdue, daysBetween, keyAgeOf } from './age.ts';
import type { Finding, Observation, Repository, RiskObservation } from '../types.ts';

export function riskFindings(
  observations: readonly Observation[],
  project: ProjectClues,
  repository: Repository,
): Finding[] {
  return distinct(observations.filter((one): one is RiskObservation => one.kind === 'risk')).flatMap((risk) => {
    const clues = [...risk.clues, ...project(risk.path)];
    const confidence = confidenceOf(clues, 'risk');
    if (!confidence) return [];
    const { rule, fingerprint, environment, path, start, end, origin } = risk;
    const message = risk.since === undefined ? risk.message : agedMessage(risk.message, risk, repository);
    if (message === undefined) return [];
    return {
      ...{ rule, role: 'unknown' as const, severity: lessened(risk.severity, risk), confidence, message },
      ...{ masked: '', fingerprint, environment },
      ...(repository.name === undefined ? {} : { repository: repository.name }),
      ...{ path, start, end, origin },
      evidence: counted(clues).map(({ signal, bits, says }) => ({ signal, bits, says })),
    };
  });
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
