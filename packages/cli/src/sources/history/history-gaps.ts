/** What a scan of the history could not read, and what is named there and is not here. */
import type { Database } from '../../git/database.ts';
import { bySkip, type Gap } from '../gaps.ts';
import type { Root } from '../paths.ts';
import type { CommitGraph } from './commit-graph.ts';
import type { Known } from './known.ts';
import type { LostObject } from './object-facts.ts';
import type { Refs } from './refs.ts';

/** So many missing objects are named; all are counted. */
const mostNamed = 1000;

export class HistoryGaps {
  readonly #store: Database;
  readonly #root: Root;
  readonly #known: Known;
  readonly #gaps: Gap[] = [];

  constructor(store: Database, root: Root, known: Known) {
    this.#store = store;
    this.#root = root;
    this.#known = known;
  }

  lose(lost: readonly LostObject[]): void {
    for (const { index, why, detail } of lost) {
      this.#known.lose(index);
      this.add(this.#known.table.hex(index), why, detail);
    }
  }

  /** @param object its id in hex; '': it is about none */
  add(object: string, why: 'missing' | 'unreadable', detail?: string): void {
    const skip = { path: '', ...(object !== '' && { object }), why, ...(detail !== undefined && { detail }) };
    this.#gaps.push({ root: this.#root, skip, harmless: false });
  }

  addAll(gaps: readonly Gap[]): void {
    this.#gaps.push(...gaps);
  }

  /** What git says while it lists: a pack that it cannot open shows nowhere else; an object is told by its id. */
  complain(complaints: string): void {
    const isTold = this.#gaps.length > 0;
    for (const line of new Set(complaints.split('\n'))) {
      if (/^(?:error|fatal): /.test(line) && !(isTold && !/pack-|packfile|\.idx/.test(line)))
        this.add('', 'unreadable', line.replace(/^\w+: /, ''));
    }
  }

  /** What commits, refs and indexes name and is not here. What only a reflog remembers may have been pruned. */
  miss(graph: CommitGraph, refs: Refs): void {
    const { table, missingNow } = this.#known;
    for (const { id } of graph.missing) missingNow.add(id);
    const named = [...refs.tips, ...refs.index].map(({ id }) => id).concat(refs.stash.slice(0, 1));
    for (const id of named) if (table.findHex(id) < 0) missingNow.add(id);
    for (const complaint of refs.complaints) this.add('', 'unreadable', complaint);
  }

  /** Ids of what is named and is not here. */
  missing(): string[] {
    return [...new Set([...this.#known.missing, ...this.#known.missingNow])].sort();
  }

  all(): readonly Gap[] {
    for (const id of this.missing().slice(0, mostNamed)) this.add(id, 'missing');
    if (this.#store.isShallow) {
      this.add('', 'missing', 'the commits before those at which this shallow clone was cut off');
    }
    return this.#gaps.sort((a, b) => bySkip(a.skip, b.skip));
  }
}
