/** A part of what init sets up: its changes to files, and what only people can do. */
import type { Edit } from './edit.ts';

export const partNames = ['hook', 'ignore', 'workflow', 'eslint', 'config', 'baseline'] as const;
export type PartName = (typeof partNames)[number];

export interface Part {
  readonly name: PartName;
  /** What it is for, as a sentence. */
  readonly says: string;
  readonly edits: readonly Edit[];
  /** Lines for people: what to add by hand, what to run. */
  readonly byHand: readonly string[];
  /** Whether it is written where nobody chooses. */
  readonly isUsual: boolean;
}
