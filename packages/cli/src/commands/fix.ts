/**
 * `bnguard fix`: the lines that .gitignore and .dockerignore lack, for what a scan finds of env-not-ignored and env-tracked.
 * Writes lines at the end of these files and nothing else; looks afterwards whether they do their work.
 */
import { posix, relative } from 'node:path';
import type { FileObservation } from '@bnguard/engine';
import { decisions } from '../git/ignored.ts';
import { append, diffOf, present, type Edit } from '../ignore-edits.ts';
import type { Setting } from '../main.ts';
import { visible } from '../reports/visible.ts';
import type { FixRequest, Outcome } from '../requests.ts';
import { planScan, type Plan } from '../scan-settings.ts';
import { quoted } from '../shell.ts';
import { gitRemedy } from '../sources/files/remedy.ts';
import { isInside } from '../sources/names.ts';
import type { Root } from '../sources/paths.ts';
import type { Report } from '../types.ts';
import { UserError } from '../user-error.ts';
import { scanWith } from './scan.ts';

/** A file that is to be kept out, and the line that does it. */
interface Wanted {
  readonly root: Root;
  readonly file: FileObservation;
  /** Absent: git tracks it, and the rules are as they should be. */
  readonly remedy?: NonNullable<FileObservation['remedy']>;
}

/** A line may uncover that another file decides; more often than that nobody nests them. */
const mostRounds = 4;

export async function runFix(request: FixRequest, setting: Setting): Promise<Outcome> {
  const plan = await planScan({ ...request, kind: 'scan', allowIncomplete: false, color: 'never' }, setting.cwd);
  const written = new Map<string, Set<string>>();
  const failures: string[] = [];
  const shown: string[] = [];
  let state = await look(plan, request, setting);
  const first = state;

  for (let round = 0; round < mostRounds; round++) {
    const edits = editsFor(state.wanted, written);
    if (edits.length === 0) break;
    for (const edit of edits) {
      const name = nameOf(edit.path, setting.cwd);
      const before = present(edit);
      const known = written.get(edit.path) ?? new Set();
      written.set(edit.path, known);
      for (const line of edit.lines) known.add(line);
      if (typeof before === 'string') {
        failures.push(`${name} was not changed: ${before}.`);
        continue;
      }
      if (request.dryRun) {
        shown.push(diffOf(name, before, edit.lines).trimEnd());
        continue;
      }
      try {
        await append(edit, before);
        shown.push(`${name}${before === undefined ? ' (new)' : ''}`, ...edit.lines.map((line) => `  + ${line}`));
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        failures.push(`${name} cannot be written (${code ?? message}): check its permissions and those of its folder.`);
      }
    }
    if (request.dryRun) break;
    state = await look(plan, request, setting);
  }

  const left = request.dryRun ? [] : state.wanted.filter(({ remedy }) => remedy !== undefined && !isManual(remedy));
  for (const { root, file, remedy } of failures.length > 0 ? [] : left) {
    failures.push(
      `${nameIn(root, file.path, setting.cwd)} is still not kept out, although ${nameIn(root, remedy!.file, setting.cwd)} has the line ${remedy!.line}: ${file.because}.`,
    );
  }
  const manual = first.wanted.filter(({ remedy }) => remedy !== undefined && isManual(remedy));
  const lines = [
    ...shown,
    ...(shown.length === 0 && failures.length === 0 && manual.length === 0
      ? ['No line is missing in any ignore file.']
      : []),
    ...manual.map(
      ({ root, remedy }) =>
        `By hand: add ${remedy!.line} at the end of "files" in ${nameIn(root, remedy!.file, setting.cwd)}.`,
    ),
    ...trackedText(first.wanted, setting.cwd),
    ...(state.isComplete ? [] : ['INCOMPLETE: not everything could be read. bnguard scan --verbose says what.']),
  ];
  const isTracked = first.wanted.some(({ file }) => file.state === 'tracked');
  return {
    code: failures.length > 0 || manual.length > 0 || isTracked || !state.isComplete ? 2 : 0,
    stdout: lines.map((line) => `${visibleLines(line)}\n`).join(''),
    notes: [...failures, ...plan.notes],
  };
}

const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');

/** What the ignore files lack, the files that it keeps out (from `cwd`), and all that the scan found. */
export async function missingLines(
  plan: Plan,
  request: Pick<FixRequest, 'progress'>,
  setting: Setting,
): Promise<{ lines: readonly Edit[]; keptOut: ReadonlySet<string>; report: Report }> {
  const { wanted, report } = await look(plan, request, setting);
  const keptOut = wanted.flatMap(({ root, file, remedy }) =>
    file.state !== 'tracked' && remedy !== undefined && !isManual(remedy) ? [nameIn(root, file.path, setting.cwd)] : [],
  );
  return { lines: editsFor(wanted, new Map()), keptOut: new Set(keptOut), report };
}

/** Scans, and tells what is to be kept out and is not. */
async function look(
  plan: Plan,
  request: Pick<FixRequest, 'progress'>,
  setting: Setting,
): Promise<{ wanted: readonly Wanted[]; isComplete: boolean; report: Report }> {
  const found: { root: Root; file: FileObservation }[] = [];
  const onFiles: NonNullable<Plan['settings']['onFiles']> = (root, files, findings) => {
    const told = findings.filter(({ rule, confidence }) => /^env-/.test(rule) && confidence !== 'possible');
    const paths = new Set(told.map(({ path }) => path));
    for (const file of files) if (paths.has(file.path)) found.push({ root, file });
  };
  const report = await scanWith({ ...plan, settings: { ...plan.settings, onFiles } }, request, setting);
  const wanted: Wanted[] = [];
  for (const { root, file } of found) {
    if (file.state !== 'tracked') wanted.push({ root, file, ...(file.remedy && { remedy: file.remedy }) });
    else {
      const decision = root.git
        ? (await decisions({ dir: root.dir, leads: {} }, [file.path], 'tracked')).get(file.path)
        : undefined;
      const isOpen = decision !== undefined && !decision.isIgnored;
      wanted.push({ root, file, ...(isOpen && { remedy: gitRemedy(file.path, decision) }) });
    }
  }
  return { wanted, isComplete: report.complete, report };
}

/** A manifest is no ignore file: people know best where its list is made. */
const isManual = ({ file }: { readonly file: string }): boolean => posix.basename(file) === 'package.json';

/** What to add, by file, without what was added before. */
function editsFor(wanted: readonly Wanted[], written: ReadonlyMap<string, ReadonlySet<string>>): Edit[] {
  const edits = new Map<string, string[]>();
  for (const { root, remedy } of wanted) {
    if (remedy === undefined || isManual(remedy)) continue;
    const path = posix.join(root.dir, remedy.file);
    if (!isInside(path, root.dir)) throw new UserError(`${remedy.file} lies outside of the repository.`);
    const lines = edits.get(path) ?? [];
    edits.set(path, lines);
    if (!lines.includes(remedy.line) && !written.get(path)?.has(remedy.line)) lines.push(remedy.line);
  }
  return [...edits].flatMap(([path, lines]) => (lines.length > 0 ? [{ path, lines }] : []));
}

/** What only people can do about files that git has. */
function trackedText(wanted: readonly Wanted[], cwd: string): string[] {
  const tracked = wanted.filter(({ file }) => file.state === 'tracked');
  if (tracked.length === 0) return [];
  const isFilled = tracked.some(({ file }) => file.filled !== false);
  const [it, them] = tracked.length === 1 ? ['this file', 'it'] : ['these files', 'them'];
  return [
    '',
    `git tracks ${it} whatever the ignore files say. Out of the next commit,`,
    'and left on disk:',
    ...tracked.map(({ root, file }) => `  git ${inFolder(root, cwd)}rm --cached ${shellWord(file.path)}`),
    ...(isFilled
      ? [
          `If a commit has ${them} already, it keeps what was in ${them}: delete these keys in`,
          'Binance’s API Management and make new ones. bnguard scan --history says',
          'since when they have been there.',
        ]
      : []),
  ];
}

function inFolder({ dir }: Root, cwd: string): string {
  return dir === cwd ? '' : `-C ${shellWord(relative(cwd, dir))} `;
}

/** As a shell takes it. */
function shellWord(path: string): string {
  return /^[\w./+@%,:=-]+$/.test(path) && !path.startsWith('-') ? path : quoted(path);
}

const nameOf = (path: string, cwd: string): string => relative(cwd, path);
const nameIn = ({ dir }: Root, path: string, cwd: string): string => nameOf(`${dir}/${path}`, cwd);
