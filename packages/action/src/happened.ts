/**
 * What a change is, whatever system it happened in: from what happened to the commits to look at. Pure. The systems' own
 * words are read in github/event.ts and gitlab/variables.ts; where the commits come from is git/complete.ts.
 */

/** A commit by its id, or where it can be fetched by name; with both, the name is only how to reach the id. */
export interface Tip {
  readonly id?: string;
  /** In full: `refs/heads/main`. */
  readonly ref?: string;
}

export type Happened =
  /** Commits that somebody wants merged: a pull request, a merge request, a merge queue's turn. */
  | {
      readonly kind: 'proposal';
      readonly head: Tip;
      /** Where they are to go, as the event knew it. */
      readonly base: Tip;
      /** The commit that the system made to try the merge; its first parent is the base as it was then. */
      readonly trial?: string;
      /** The base as it is now. */
      readonly target?: Tip;
      /** How many commits there are, where the event says so. */
      readonly commits?: number;
    }
  /** A ref was moved. Ids of zeros say that it was not there before, or is no more. */
  | {
      readonly kind: 'push';
      readonly ref: string;
      readonly before: string;
      readonly after: string;
      readonly defaultBranch?: string;
      readonly commits?: number;
    }
  /** Nothing in particular: a schedule, a button. */
  | { readonly kind: 'occasion' }
  | { readonly kind: 'nothing'; readonly why: string };

export interface RangeTarget {
  readonly kind: 'range';
  readonly head: Tip;
  /** What `head` is held against. */
  readonly exclude: readonly Tip[];
  /** A merge of `head` into its base, whose first parent is excluded too. */
  readonly trial?: string;
  /** Excluded where `trial` is not known, or one of `exclude` can no longer be had. */
  readonly instead: readonly Tip[];
  /** Nothing may be left to exclude: then all that leads to `head` is new. */
  readonly mayBeAll: boolean;
  readonly commits?: number;
}

export type Target =
  | RangeTarget
  /** Everything that the repository ever had. */
  | { readonly kind: 'history' }
  | { readonly kind: 'nothing'; readonly why: string };

/** What is to be looked at. */
export function targetOf(happened: Happened): Target {
  switch (happened.kind) {
    case 'proposal':
      return proposed(happened);
    case 'push':
      return pushed(happened);
    case 'occasion':
      return { kind: 'history' };
    case 'nothing':
      return happened;
    default:
      return happened satisfies never;
  }
}

function proposed({ head, base, trial, target, commits }: Extract<Happened, { kind: 'proposal' }>): Target {
  if (head.id !== undefined && head.id === base.id) {
    return { kind: 'nothing', why: 'Head and base are the same commit, so there is nothing new.' };
  }
  return {
    kind: 'range',
    head,
    // Without a trial merge, only the base as it is now knows what was merged from it into the head meanwhile.
    exclude: trial === undefined && target ? [base, target] : [base],
    ...(trial !== undefined && { trial }),
    instead: target ? [target] : [],
    mayBeAll: false,
    ...(commits !== undefined && { commits }),
  };
}

/**
 * A new ref is held against the default branch alone. Other branches may be as new as this one and come in the same push:
 * if each were held against the other, what they share would be looked at by neither.
 */
function pushed({ ref, before, after, defaultBranch, commits }: Extract<Happened, { kind: 'push' }>): Target {
  if (isZero(after)) return { kind: 'nothing', why: `${ref} was deleted, so there is nothing new.` };
  if (before === after) return { kind: 'nothing', why: `${ref} did not move, so there is nothing new.` };
  const main = defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`;
  const others = main === undefined || main === ref ? [] : [{ ref: main }];
  return {
    kind: 'range',
    head: { id: after, ref },
    exclude: isZero(before) ? others : [{ id: before }],
    instead: others,
    mayBeAll: true,
    ...(commits !== undefined && { commits }),
  };
}

/** An id that stands for nothing. */
export const isZero = (id: string): boolean => /^0+$/.test(id);

/** Whether a text is the id of an object, in full. */
export const isId = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
