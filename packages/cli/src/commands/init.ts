/**
 * `bnguard init`: what would keep keys out of this repository, as changes to its files. Shows them; writes with --yes or
 * on a person's word; takes back with --undo what it wrote.
 */
import { homedir } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { shownPart } from '../exit-code.ts';
import { apply, diffOf, takeBack, type Done } from '../init/edit.ts';
import { factsOf, type Facts } from '../init/facts.ts';
import type { Part } from '../init/part.ts';
import { record, recorded, write } from '../init/record.ts';
import type { Setting } from '../main.ts';
import { visible } from '../reports/visible.ts';
import { count, listed } from '../reports/words.ts';
import type { InitRequest, Outcome } from '../requests.ts';
import { planScan } from '../scan-settings.ts';

export async function runInit(request: InitRequest, setting: Setting): Promise<Outcome> {
  const facts = await factsOf(setting.cwd, program(), setting.io.env['BNGUARD_SOURCE']);
  if (request.undo) return undo(facts);
  const all = await partsOf(facts, request, setting);
  const parts = request.only.length > 0 ? all.filter(({ name }) => request.only.includes(name)) : all;
  const isAsked = !request.yes && setting.io.isTTY.stdin === true && setting.io.isTTY.stdout;
  if (isAsked && parts.some(hasEdits)) {
    const { choose } = await import('../init/choose.ts');
    const chosen = await choose(parts.filter(hasEdits), (part) => partLines(part, facts), headLines(facts));
    return chosen === undefined ? told(['Nothing was written.']) : carryOut(chosen, parts, facts);
  }
  if (request.yes)
    return carryOut(
      parts.filter((part) => part.isUsual || request.only.length > 0),
      parts,
      facts,
    );
  return told([
    ...headLines(facts),
    ...parts.flatMap((part) => ['', ...partLines(part, facts)]),
    '',
    ...endLines(parts),
  ]);
}

/** Whatever file started this program, bundled or not. */
const program = (): string => resolve(process.argv[1] ?? 'bnguard');

const hasEdits = ({ edits }: Part): boolean => edits.length > 0;

async function partsOf(facts: Facts, request: InitRequest, setting: Setting): Promise<Part[]> {
  const own = [process.execPath, program()] as const;
  const [{ hookPart }, { ciPart }, { eslintPart }] = await Promise.all([
    import('../init/hooks.ts'),
    import('../init/ci.ts'),
    import('../init/eslint.ts'),
  ]);
  const parts: Part[] = [await hookPart(facts, own)];
  if (!facts.isBare) parts.push(...(await scanned(facts, request, setting)));
  parts.push(...[await ciPart(facts), eslintPart(facts)].filter((part) => part !== undefined));
  return parts.filter(({ edits, byHand, afterwards = [] }) => edits.length + byHand.length + afterwards.length > 0);
}

/** What needs a look at the files. */
async function scanned(facts: Facts, request: InitRequest, setting: Setting): Promise<Part[]> {
  const [{ missingLines }, { baselinePart, configPart, ignorePart }] = await Promise.all([
    import('./fix.ts'),
    import('../init/files.ts'),
  ]);
  const flags = { paths: [facts.top], allowIncomplete: true, progress: request.progress, color: 'never' } as const;
  const plan = await planScan({ ...flags, kind: 'scan' }, setting.cwd);
  const { lines, keptOut, report } = await missingLines(plan, flags, { ...setting, cwd: facts.top });
  const today = plan.settings.asOf.slice(0, 10);
  // What git takes no more fails no scan either.
  const open = shownPart(report, plan.thresholds).report.findings.filter(({ path }) => !keptOut.has(path));
  return [ignorePart(facts, lines), configPart(facts), await baselinePart(facts, open, plan.thresholds, today)].filter(
    (part) => part !== undefined,
  );
}

function carryOut(chosen: readonly Part[], all: readonly Part[], facts: Facts): Outcome {
  // What cannot be remembered is not written.
  const known = recorded(facts, 'nothing was written');
  const done: Done[] = [];
  const failures: string[] = [];
  const lines: string[] = [];
  for (const edit of chosen.flatMap(({ edits }) => edits)) {
    const name = nameOf(edit.path, facts);
    try {
      done.push(apply(edit));
      const kept = edit.keptAs === undefined ? '' : `; the old one is kept as ${nameOf(edit.keptAs, facts)}`;
      lines.push(`  ${name}${kept}`);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      failures.push(`${name} was not written: ${code ? `${code}, check the permissions of its folder` : message}.`);
    }
  }
  try {
    record(facts, known, done);
  } catch (error) {
    failures.push(`What was written cannot be recorded, so --undo will not know of it: ${(error as Error).message}`);
  }
  const blocked = all.flatMap((part) => part.byHand);
  const byHand = [...blocked, ...all.flatMap(({ afterwards = [] }) => afterwards)].map((line) => `  ${line}`);
  const left = all.filter((part) => hasEdits(part) && !chosen.includes(part)).map(({ name }) => name);
  const head =
    done.length > 0
      ? ['Written:', ...lines, 'bnguard init --undo takes it back.']
      : failures.length > 0
        ? []
        : blocked.length > 0
          ? ['Nothing could be written; by hand:']
          : ['Everything is set up already: nothing was written.'];
  return {
    ...told([
      ...head,
      ...(byHand.length > 0 && (done.length > 0 || blocked.length === 0 || failures.length > 0)
        ? ['', 'By hand:']
        : []),
      ...byHand,
      ...(left.length > 0
        ? ['', `Not written: ${listed(left)}. bnguard init --yes --only ${left.join(',')} writes it.`]
        : []),
    ]),
    code: failures.length > 0 ? 2 : 0,
    notes: failures,
  };
}

function undo(facts: Facts): Outcome {
  const done = recorded(facts, 'nothing was taken back');
  if (done.length === 0) return told(['There is nothing to take back: bnguard init wrote nothing into this clone.']);
  const kept: Done[] = [];
  const lines: string[] = [];
  // Backwards: what was written last goes first.
  for (const one of done.toReversed()) {
    const why = takenBack(one);
    const name = nameOf(one.path, facts);
    if (why === undefined) lines.push(`  ${name}`);
    else {
      kept.unshift(one);
      lines.push(`  ${name} was left alone: ${why}`);
    }
  }
  write(facts, kept);
  return { ...told(['Taken back:', ...lines]), code: kept.length > 0 ? 2 : 0 };
}

/** One that the system refuses stops no other. */
function takenBack(one: Done): string | undefined {
  try {
    return takeBack(one);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  }
}

const told = (lines: readonly string[]): Outcome & { code: 0 } => ({
  code: 0,
  stdout: lines.map((line) => `${visible(line)}\n`).join(''),
});

/** From the top of the work tree; of the repository's own folder with `.git`. */
function nameOf(path: string, { top, commonFolder }: Facts): string {
  const inTree = relative(top, path);
  const name = inTree.startsWith('..') ? `.git${sep}${relative(commonFolder, path)}` : inTree;
  return name.split(sep).join('/');
}

function headLines({ top, manager, host, eslintConfig, uses, isBare }: Facts): string[] {
  const home = homedir();
  const shown = top.startsWith(home + sep) ? `~${top.slice(home.length)}` : top;
  const found = [
    isBare ? 'a bare repository' : manager === 'git' ? 'git' : `git with ${manager}`,
    ...(host === undefined ? [] : [host === 'github' ? 'GitHub' : 'GitLab']),
    ...(eslintConfig === undefined ? [] : ['ESLint']),
    ...uses,
  ];
  return [`${shown}: ${found.join(', ')}.`];
}

/** Of a change, lines that are shown. */
const mostLines = 40;

function partLines({ name, says, edits, byHand, afterwards = [] }: Part, facts: Facts): string[] {
  // Scripts are alike: one shows all.
  const [, ...others] = edits.filter(({ before, after }) => before === undefined && after.startsWith('#!'));
  const shown = edits.flatMap((edit) => {
    const kept = edit.keptAs === undefined ? '' : nameOf(edit.keptAs, facts);
    const [head = '', ...lines] = diffOf(edit, nameOf(edit.path, facts), kept);
    if (others.includes(edit)) return [`${head}, alike`];
    const more = lines.length - mostLines;
    return [head, ...lines.slice(0, mostLines), ...(more > 0 ? [`  … and ${count(more, 'more line')}`] : [])];
  });
  return [
    `${name}: ${says}`,
    ...shown.map((line) => `  ${line}`),
    ...[...byHand, ...afterwards].map((line) => `  By hand: ${line}`.replace(/By hand: ( {2})/, '  $1')),
  ];
}

function endLines(parts: readonly Part[]): string[] {
  const unusual = parts.filter((part) => hasEdits(part) && !part.isUsual).map(({ name }) => name);
  if (!parts.some(hasEdits)) {
    return [
      parts.some(({ byHand }) => byHand.length > 0)
        ? 'Nothing can be written: what is left is to be done by hand.'
        : 'Everything is set up already: nothing is to be written.',
    ];
  }
  return [
    'Nothing was written. bnguard init --yes writes it, and bnguard init --undo takes it back.',
    ...(unusual.length > 0 ? [`${listed(unusual)} only on word: bnguard init --yes --only ${unusual.join(',')}`] : []),
  ];
}
