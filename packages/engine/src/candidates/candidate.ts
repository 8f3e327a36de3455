/** What a candidate is: something with the shape of a credential and all the ways in which its document uses it. */
import type { Secret } from '../secret.ts';
import type { Binding, Call, Shape, Span } from '../types.ts';

/** One way in which a document uses a candidate. */
export interface Use {
  readonly path: readonly string[];
  readonly via: Binding['via'];
  readonly container: number;
  /** The call whose argument it is. */
  readonly call?: Call;
  /** Another text surrounds the value: a URL, a command, a sentence. */
  readonly embedded: boolean;
  /** What its path says somebody remarked: it names nothing, and whatever else it says need not be of the value. */
  readonly isRemark?: true;
  /** The name is of another name that stands for the value: `copy = secret`. */
  readonly alias?: boolean;
  /** Its name is that of a text in which the value is one of several or has a name of its own. Labels are never. */
  readonly outer?: boolean;
}

export interface Candidate {
  readonly shape: Shape;
  readonly secret: Secret;
  readonly span: Span;
  readonly uses: Use[];
  readonly algorithm?: string;
}

/** More ways of use than this tell nothing more. */
export const maxUses = 24;
