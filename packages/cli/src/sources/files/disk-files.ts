/** What is on disk or expected there, of files that hold credentials by their names: what git does with each. */
import { observeFile, type FileObservation, type Observation, type Origin } from '@bnguard/engine';
import { decisions, trackedAmong, type Decision } from '../../git/ignored.ts';
import { absoluteName } from '../names.ts';
import type { Root } from '../paths.ts';
import { expectedOf, onDisk } from './expected.ts';
import { IgnoreRules } from './ignore-rules.ts';
import { publishers } from './published.ts';
import { gitRemedy, whyAddable } from './remedy.ts';
import { readSmall, textOf } from './small-text.ts';
import type { Candidate, Watched } from './watch.ts';

const origin: Origin = { kind: 'file' };
/** What an unpacked copy of a repository has at its top. */
const gitMarks = ['.gitignore', '.gitattributes', '.gitmodules', '.github', '.gitlab-ci.yml'];

/**
 * The credential files of one root. Outside of git, what its .gitignore files would do. Throws a UserError where git
 * cannot say.
 */
export async function filesOnDisk(
  root: Root,
  watched: Watched,
  observations: readonly Observation[],
): Promise<FileObservation[]> {
  const isThere = onDisk(root.dir);
  const expected = expectedOf(observations, isThere).filter(({ path }) => !isInOther(path, isThere));
  if (watched.candidates.length + expected.length === 0) return [];
  // A folder that never had to do with git: nobody would add it to anything.
  if (!root.git && !gitMarks.some(isThere)) return [];

  const read = new Map<string, string | undefined>();
  const rulesAt = (path: string): string | undefined => {
    if (!read.has(path)) read.set(path, textOf(readSmall(`${root.dir}/${path}`)));
    return read.get(path);
  };
  const place = { dir: root.dir, leads: {} };
  const unsure = watched.candidates.filter(({ tracked }) => !tracked).map(({ name }) => name);
  const names = [...unsure, ...expected.map(({ path }) => path)];
  const tracked = root.git ? await trackedAmong(place, names) : new Set<string>();
  const rules = new IgnoreRules(rulesAt);
  const decided = root.git ? await decisions(place, names, 'untracked') : undefined;
  const decide = (path: string): Decision =>
    decided?.get(path) ?? (root.git ? { isIgnored: false } : rules.decide(path));
  const ships = publishers(watched.makers, rulesAt);

  const found: FileObservation[] = [];
  for (const candidate of watched.candidates) {
    const { path } = candidate;
    const content = readSmall(absoluteName(root.dir, candidate.name));
    const isTracked = candidate.tracked || tracked.has(path);
    // Of a link git takes where it leads, not what is there; pipes it does not take at all.
    if (content.kind === 'other' || (content.kind === 'none' && !isTracked)) continue;
    const text = textOf(content);
    for (const state of [aboutFile(candidate, isTracked, decide(path), rulesAt('.gitignore')), ships(path)]) {
      if (state) found.push(observeFile({ path, origin, exists: true, ...state }, text));
    }
  }
  for (const { path, because } of expected) {
    const decision = decide(path);
    if (decision.isIgnored || tracked.has(path)) continue;
    const why = decision.source === undefined ? because : `${because}, ${whyAddable(path, decision, undefined)}`;
    const state = { state: 'addable', because: why, remedy: gitRemedy(path, decision) } as const;
    found.push(observeFile({ path, origin, exists: false, ...state }, undefined));
  }
  return found;
}

type State = Pick<FileObservation, 'state' | 'because' | 'remedy'>;

/** Undefined where git ignores it. */
function aboutFile(
  { path }: Candidate,
  isTracked: boolean,
  decision: Decision,
  rules: string | undefined,
): State | undefined {
  if (isTracked) return { state: 'tracked', because: '' };
  if (decision.isIgnored) return undefined;
  return { state: 'addable', because: whyAddable(path, decision, rules), remedy: gitRemedy(path, decision) };
}

/** Whether another repository begins on the way to it: that one has rules of its own. */
function isInOther(path: string, isThere: (path: string) => boolean): boolean {
  const steps = path.split('/').slice(0, -1);
  return steps.some((_, at) => isThere(`${steps.slice(0, at + 1).join('/')}/.git`));
}
