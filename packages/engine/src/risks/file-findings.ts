/** Files that hold credentials by their names, and what git does with them → findings, in projects of Binance. */
import type { ProjectClues } from '../conclude.ts';
import type { Finding, Observation, Repository } from '../types.ts';

export function fileFindings(
  _observations: readonly Observation[],
  _project: ProjectClues,
  _repository: Repository,
): Finding[] {
  return [];
}
