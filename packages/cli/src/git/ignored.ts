/** Asks git about single paths: does it track them, and which rule of which ignore file decides? Opens no file itself. */
import { nameOf, shownName, type Name } from '../sources/names.ts';
import { answered, askGit } from './ask.ts';
import type { Store } from './store.ts';

/** The rule that decides about a path. */
export interface Decision {
  readonly isIgnored: boolean;
  /** Where the rule stands, absent where none says anything: relative to the work tree’s top, or as git has it. */
  readonly source?: string;
  readonly line?: number;
  readonly pattern?: string;
}

type Place = Pick<Store, 'dir' | 'leads'>;

/** Arguments have a limit, and a hostile repository has as many files as it likes. */
const atOnce = 200;

/** Which of these paths git tracks. Throws a UserError where git cannot say. */
export async function trackedAmong(place: Place, names: readonly Name[]): Promise<ReadonlySet<string>> {
  const tracked = new Set<string>();
  for (let at = 0; at < names.length; at += atOnce) {
    const paths = names.slice(at, at + atOnce).map(shownName);
    const answer = await askGit(place, ['ls-files', '-z', '--cached', '--', ...paths]);
    for (const record of recordsOf(answered(place, answer))) tracked.add(shownName(nameOf(record)));
  }
  return tracked;
}

/**
 * What git’s rules say of each path, by the path as shown; a path that need not exist. `tracked`: also of files that git
 * tracks, for which no rule counts. Throws a UserError where git cannot say.
 */
export async function decisions(
  place: Place,
  names: readonly Name[],
  tracked: 'tracked' | 'untracked',
): Promise<ReadonlyMap<string, Decision>> {
  const found = new Map<string, Decision>();
  if (names.length === 0) return found;
  // It knows no literal pathspecs; what begins with `./` has no magic.
  const args = ['--no-literal-pathspecs', 'check-ignore', '--verbose', '--non-matching', '-z', '--stdin'];
  const input = Buffer.concat(names.flatMap((name) => [Buffer.from('./'), Buffer.from(name), Buffer.of(0)]));
  const answer = await askGit(place, [...args, ...(tracked === 'tracked' ? ['--no-index'] : [])], input);
  // 1: no rule says anything of any path.
  const records = [...recordsOf(answer.failure === '1' ? answer.stdout : answered(place, answer))];
  for (let at = 0; at + 3 < records.length; at += 4) {
    const [source, line, pattern, path] = records.slice(at, at + 4).map((record) => shownName(nameOf(record)));
    found.set(
      path!.slice(2),
      source === ''
        ? { isIgnored: false }
        : { isIgnored: !pattern!.startsWith('!'), source: source!, line: Number(line), pattern: pattern! },
    );
  }
  return found;
}

function* recordsOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0, to = bytes.indexOf(0); to >= 0; from = to + 1, to = bytes.indexOf(0, from)) {
    yield bytes.subarray(from, to);
  }
}
