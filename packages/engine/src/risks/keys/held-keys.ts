/** Keys that were found, as the rules about their use see them: one for each place where a real key stands now. */
import { objectOf } from '../../history.ts';
import type { CredentialObservation, Finding, Repository } from '../../types.ts';

export interface HeldKey {
  readonly finding: Finding;
  /** In a history: what HEAD has of it, none where only the past has it. */
  readonly paths: readonly string[];
  readonly sample: boolean;
  /** See CredentialObservation.service. */
  readonly service?: string;
}

const keyRules = new Set(['api-key', 'secret-key', 'private-key']);

/** @param judged each observation with the finding that it earned */
export function heldKeys(
  judged: readonly { readonly observation: CredentialObservation; readonly finding: Finding }[],
  { objects }: Repository,
): HeldKey[] {
  return judged.flatMap(({ observation, finding }): HeldKey[] => {
    if (!keyRules.has(finding.rule)) return [];
    const { sample, service, path } = observation;
    const object = objectOf(observation);
    // What stands in a message stands in no file.
    const paths =
      observation.origin.kind !== 'history'
        ? [path]
        : (objects?.get(object ?? '')?.places ?? [])
            .filter((place) => place.atHead === true && (place.readAs ?? place.path) === path)
            .map((place) => place.path);
    return [{ finding, paths, sample, ...(service !== undefined && { service }) }];
  });
}

/** What people call it. */
export function nounOf({ role }: Finding): string {
  if (role === 'api-key') return 'API key';
  if (role === 'private-key') return 'private key';
  return role === 'secret' ? 'secret key' : 'key';
}

/** `a, b and 2 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  if (names.length > most) return `${shown.join(', ')} and ${String(names.length - most)} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}` : (shown[0] ?? '');
}
