/** What holds where neither a flag nor the configuration says otherwise. */
import type { Confidence, Severity } from '@bnguard/engine';

export const defaultFailOn: Severity = 'medium';
export const defaultMinSeverity: Severity = 'info';
export const defaultMinConfidence: Confidence = 'likely';

/** At the top of the scanned repository, unless --baseline or the configuration names another. */
export const defaultBaseline = 'bnguard-baseline.json';
/** The key inventory, at the top of the scanned repository. */
export const inventoryName = 'bnguard.keys.yaml';
/** The one of a commit, or of the index (`''`), as git names it. */
export const inventoryAt = (tree: string): string => `${tree}:${inventoryName}`;
export const mostInventoryMegabytes = 1;
/** At most one of them, at the top of the scanned repository. */
export const configNames: readonly string[] = ['bnguard.config.json', 'bnguard.config.yaml', 'bnguard.config.toml'];
