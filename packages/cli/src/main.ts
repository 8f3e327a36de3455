/** The program without its process: a command line in, texts out, an exit code back. The one place that writes. */
import { promises } from 'node:fs';
import { relative } from 'node:path';
import type { Told } from './command-line.ts';
import { crashText } from './crash.ts';
import type { ExitCode } from './exit-code.ts';
import { asksVersion, hookRequest } from './hook-line.ts';
import { textWidth, workingFolder, type Io } from './io.ts';
import { redact } from './redact.ts';
import { visible } from './reports/visible.ts';
import type { Outcome, Request, Text } from './requests.ts';
import { scan } from './scan.ts';
import { UserError } from './user-error.ts';
import { ownVersion } from './version.ts';

export type { Io } from './io.ts';

/** What a command may use besides its request. */
export interface Setting {
  readonly io: Io;
  /** Absolute; what relative paths are typed from. */
  readonly cwd: string;
  readonly scan: typeof scan;
}

/**
 * Runs one command line (without node and the program's name). Never throws, never ends the process.
 * `scanner` stands in for the scan where a test needs a certain report.
 */
export async function run(argv: readonly string[], io: Io, scanner: typeof scan = scan): Promise<ExitCode> {
  try {
    const request = await parse(argv, io);
    if (request.kind === 'told') {
      await io.stdout.write(request.text);
      return 0;
    }
    return await write(await perform(request, { io, cwd: workingFolder(io), scan: scanner }), io);
  } catch (error) {
    const text = error instanceof UserError ? complaint(error.message) : crashText(error);
    await Promise.resolve(io.stderr.write(text)).catch(() => {});
    return 2;
  }
}

async function parse(argv: readonly string[], io: Io): Promise<Request | Told> {
  if (asksVersion(argv)) return { kind: 'told', text: `${ownVersion()}\n` };
  const hook = hookRequest(argv);
  if (hook) return hook;
  const { parseCommandLine } = await import('./command-line.ts');
  return parseCommandLine(argv, ownVersion(), Math.min(textWidth(io), 100));
}

/** Commands are loaded when they are called for: starting is most of what a small scan costs. */
async function perform(request: Request, setting: Setting): Promise<Outcome> {
  switch (request.kind) {
    case 'scan':
      return (await import('./commands/scan.ts')).runScan(request, setting);
    case 'baseline':
      return (await import('./commands/baseline.ts')).runBaseline(request, setting);
    case 'baseline-add':
      return (await import('./commands/baseline-add.ts')).runBaselineAdd(request, setting);
    case 'merge':
      return (await import('./commands/merge.ts')).runMerge(request, setting);
    case 'find':
      return (await import('./commands/find.ts')).runFind(request, setting);
    case 'fix':
      return (await import('./commands/fix.ts')).runFix(request, setting);
    case 'keys-add':
      return (await import('./commands/keys-add.ts')).runKeysAdd(request, setting);
    case 'keys-list':
      return (await import('./commands/keys.ts')).runKeysList(request, setting);
    case 'keys-due':
      return (await import('./commands/keys.ts')).runKeysDue(request, setting);
    case 'keys-check':
      return (await import('./commands/keys-check.ts')).runKeysCheck(request, setting);
    case 'hook':
      return (await import('./commands/hook.ts')).runHook(request, setting);
    case 'init':
      return (await import('./commands/init.ts')).runInit(request, setting);
    case 'rules':
      return (await import('./commands/rules.ts')).runRules(request, setting);
    case 'explain-rule':
      return (await import('./commands/explain-rule.ts')).runExplainRule(request, setting);
    case 'explain-code':
      return (await import('./commands/explain-code.ts')).runExplainCode(request, setting);
    case 'explain-finding':
      return (await import('./commands/explain-finding.ts')).runExplainFinding(request, setting);
    case 'explain-purge':
      return (await import('./commands/explain-purge.ts')).runExplainPurge(request, setting);
    case 'explain-text':
      return (await import('./commands/explain-text.ts')).runExplainText(request, setting);
    default:
      return request satisfies never;
  }
}

/** A text in pieces of a size that is worth writing. */
function* inPieces(text: Text): Generator<string> {
  if (typeof text === 'string') {
    if (text !== '') yield text;
    return;
  }
  let piece = '';
  for (const more of text) {
    piece += more;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** What could not be written. */
async function writeFiles(files: NonNullable<Outcome['files']>, io: Io): Promise<string[]> {
  const failures: string[] = [];
  for (const { path, text } of files) {
    await promises.writeFile(path, inPieces(text)).catch((error: NodeJS.ErrnoException) => {
      failures.push(
        `${relative(workingFolder(io), path) || path} cannot be written (${error.code ?? 'unknown error'}): ${remedy(error.code)}.`,
      );
    });
  }
  return failures;
}

/** Writes everything that can be written; what cannot makes the exit code 2. */
async function write({ code, stdout = '', files = [], notes = [], written }: Outcome, io: Io): Promise<ExitCode> {
  const failures = files.length > 0 ? await writeFiles(files, io) : [];
  try {
    for (const piece of inPieces(stdout)) await io.stdout.write(piece);
  } catch (error) {
    const { code: reason = 'unknown error' } = error as NodeJS.ErrnoException;
    failures.push(`standard output cannot be written (${reason}): ${remedy(reason)}.`);
  }
  const done = failures.length === 0 && written !== undefined ? [written] : [];
  const lines = [...notes, ...done, ...failures].map(complaint);
  if (lines.length > 0) await Promise.resolve(io.stderr.write(lines.join(''))).catch(() => {});
  return failures.length > 0 ? 2 : code;
}

function remedy(code: string | undefined): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'its folder does not exist, make it first';
  if (code === 'EISDIR') return 'it is a folder, name a file in it';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission, choose another place';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full, make room';
  return 'choose another place';
}

/** `bnguard: …`, every line safe to show. */
function complaint(message: string): string {
  const [first = '', ...more] = message.split('\n').map((line) => visible(redact(line)));
  return [`bnguard: ${first}`, ...more.map((line) => `  ${line}`)].map((line) => `${line}\n`).join('');
}
