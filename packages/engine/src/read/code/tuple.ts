/** Tuples without brackets: `key, secret = "…", "…"`, `k, s := "…", "…"`. Their items are separated by commas. */
import type { Operand, Path } from './run.ts';

/** What one item says. */
export interface Item {
  readonly values: readonly Operand[];
  /** What its values were bound to last; empty for a group of names. */
  readonly target?: Path | undefined;
  /** The item is nothing but this name. */
  readonly path?: Path;
}

/** Longer ones are data. */
export const maxTuple = 32;

/** The names of a tuple on their way to their values: the first to the first, and so on. */
export class Tuple {
  /** Names whose operator is still to come. */
  #before: Path[] = [];
  /** Names, behind the operator, whose values are still to come. */
  #after: Path[] = [];

  get isEmpty(): boolean {
    return this.#before.length === 0 && this.#after.length === 0;
  }

  /** The name for the value right behind the operator. */
  get firstName(): Path | undefined {
    return this.#before[0];
  }

  /** Takes the next item; returns the name of its values when the tuple has one. */
  nameOf({ path, target }: Item): Path | undefined {
    if (path) {
      if (this.#before.length < maxTuple) this.#before.push(path);
      else this.#before = [];
      return undefined;
    }
    if (target) {
      this.#after = this.#before.length > 0 ? [...this.#before.slice(1), target] : [];
      this.#before = [];
      return undefined;
    }
    return this.#after.shift();
  }

  end(): void {
    if (this.isEmpty) return;
    this.#before = [];
    this.#after = [];
  }
}
