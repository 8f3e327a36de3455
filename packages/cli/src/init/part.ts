/** A part of what init sets up: its changes to files, and what only people can do. */
import type { Edit } from './edit.ts';

export const partNames = ['hook', 'ignore', 'workflow', 'eslint', 'config', 'baseline'] as const;
export type PartName = (typeof partNames)[number];

export interface Changes {
  readonly edits: readonly Edit[];
  /** Lines for people: what could not be written. */
  readonly byHand: readonly string[];
  /** Lines for people: what to run or to know once the rest is written. */
  readonly afterwards?: readonly string[];
}

export interface Part extends Changes {
  readonly name: PartName;
  /** What it is for, as a sentence. */
  readonly says: string;
  /** Whether it is written where nobody chooses. */
  readonly isUsual: boolean;
}
