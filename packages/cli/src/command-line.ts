/** The commands and their flags: what `--help` shows, and how a typed line becomes a Request. Carries nothing out. */
import { existsSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { countFlag, dateFlag, dayFlag, daysFlag, fingerprintsFlag, oneOf, shardFlag, sizeFlag } from './flag-values.ts';
import { helpFor } from './help.ts';
import { defaultFailOn, defaultMinConfidence } from './defaults.ts';
import { partNames, type PartName } from './init/part.ts';
import { commandHint, optionHint } from './other-words.ts';
import { hookNames } from './requests.ts';
import type {
  BaselineAddRequest,
  BaselineRequest,
  ColorChoice,
  FindRequest,
  FixRequest,
  Format,
  InitRequest,
  KeysAddRequest,
  KeysCheckRequest,
  KeysDueRequest,
  KeysListRequest,
  MergeRequest,
  ReportFormat,
  ReportRequest,
  Request,
  ScanRequest,
  Shard,
  SourceRequest,
} from './requests.ts';
import { confidences, severities } from '@bnguard/engine/severity';
import { keyTypes, permissions, purposes } from './key-words.ts';
import { quoted } from './shell.ts';
import { UserError } from './user-error.ts';

/** Help or the version: to be written as it is. */
export interface Told {
  readonly kind: 'told';
  readonly text: string;
}

type Done = (request: Request) => void;

const formats: readonly Format[] = ['text', 'json'];
const reportFormats: readonly ReportFormat[] = [
  ...formats,
  ...(['jsonl', 'sarif', 'html', 'markdown', 'github', 'gitlab', 'junit', 'csv'] as const),
];
const colorChoices: readonly ColorChoice[] = ['auto', 'always', 'never'];
const failOnChoices = [...severities, 'never'] as const;
const states = ['accepted', 'revoked'] as const;

/**
 * Parses the arguments after the program's name. `width`: columns for help.
 * Throws a UserError for everything that was typed wrong.
 */
export function parseCommandLine(argv: readonly string[], version: string, width: number): Request | Told {
  const written: string[] = [];
  let request: Request | undefined;
  const done: Done = (parsed) => void (request = parsed);
  const program = new Command('bnguard')
    .description('Finds leaked Binance API credentials.')
    .usage('COMMAND [options]')
    .version(version, '-V, --version', 'print the version')
    .enablePositionalOptions()
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .configureOutput({
      writeOut: (text) => void written.push(text),
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => width,
      getOutHasColors: () => false,
    });
  for (const command of [
    scanCommand(done),
    baselineCommand(done),
    mergeCommand(done),
    findCommand(done),
    fixCommand(done),
    keysCommand(done),
    hookCommand(done),
    initCommand(done),
    rulesCommand(done),
    explainCommand(done),
  ]) {
    program.addCommand(command);
  }
  for (const command of withSubcommands(program)) {
    if (command !== program) command.copyInheritedSettings(program);
    command
      .exitOverride()
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', helpFor(pathOf(command)));
  }

  const words = argv.length === 0 ? ['--help'] : plainly(argv, program);
  try {
    program.parse(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw usageError(error, words, program);
  }
  return request ?? { kind: 'told', text: written.join('') };
}

/** `help scan` as `scan --help`. What is no command is left to be told so. */
function plainly(argv: readonly string[], program: Command): readonly string[] {
  const [first, ...words] = argv;
  if (first !== 'help') return argv;
  let command: Command | undefined = program;
  for (const word of words) command = command?.commands.find((below) => below.name() === word);
  return command ? [...words, '--help'] : words;
}

/** `scan`, `baseline add`; the program itself by its name. */
function pathOf(command: Command): string {
  const above = command.parent?.parent ? `${command.parent.name()} ` : '';
  return above + command.name();
}

function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/** Commander's message in the shape of ours: the fact, the near name, where the help is. */
function usageError(error: CommanderError, argv: readonly string[], program: Command): UserError {
  const [fact = '', near = ''] = error.message.replace(/^error: /, '').split('\n');
  let command = program;
  for (const word of argv) command = command.commands.find((below) => below.name() === word) ?? command;
  const help = `See bnguard ${command === program ? '' : `${pathOf(command)} `}--help.`;
  if (error.code === 'commander.help') {
    const below = command.commands.map((one) => one.name());
    return new UserError(`${pathOf(command)} needs a command: ${below.join(', ')}. ${help}`);
  }
  const [, option] = /^unknown option '(.+)'$/s.exec(fact) ?? [];
  if (option !== undefined) {
    const isKnown = (name: string): boolean => command.options.some(({ long }) => long === name);
    const hint = optionHint(option, isKnown, isKnown('--output') ? reportFormats : formats);
    return new UserError(`${sentence(fact, hint === '' ? near : '')}${hint} ${help}`);
  }
  if (error.code !== 'commander.unknownCommand') return new UserError(`${sentence(fact, near)} ${help}`);
  const [word = ''] = argv;
  const isPath = near === '' && command === program && (/[./\\]/.test(word) || existsSync(word));
  const hint = isPath ? pathHint(word) : command === program ? commandHint(word) : '';
  return new UserError(`${sentence(fact, hint === '' ? near : '')}${hint} ${help}`);
}

/** Somebody named what is to be looked at, and no command. */
function pathHint(word: string): string {
  if (/^(?:[a-z][a-z+.-]*:\/\/|[\w.-]+@[\w.-]+:)/i.test(word)) {
    return ' bnguard fetches nothing: git clone it, then bnguard scan --history FOLDER.';
  }
  const found = statSync(word, { throwIfNoEntry: false });
  const kind = found === undefined ? 'file or folder' : found.isDirectory() ? 'folder' : 'file';
  return ` To look into a ${kind}: bnguard scan ${quoted(word)}.`;
}

function sentence(fact: string, near: string): string {
  return `${fact.replace(/\.$/, '')}${near && ` ${near.replace(/^\(D/, '(d')}`}.`;
}

const choices = (values: readonly string[]): string => values.join('|');

function colorOption(): Option {
  return new Option('--color <when>', `colours: ${choices(colorChoices)}`)
    .argParser(oneOf('--color', colorChoices))
    .default('auto', 'auto');
}

/** Flags that say what is read and how, the same for `scan` and `baseline`. */
function addReadingFlags(command: Command): Command {
  return command
    .optionsGroup('What is read:')
    .option('--include-ignored', 'also files that git ignores, and dependency folders')
    .option('--max-file-size <size>', 'skip larger files: 512k, 10MB', sizeFlag('--max-file-size'))
    .option('--jobs <n>', 'threads at most (default: the processors)', countFlag('--jobs'))
    .option('--allow-incomplete', 'do not fail because something could not be read');
}

/** Flags that say what counts, the same for `scan` and `baseline`. */
function addShowingFlags(command: Command): Command {
  return command
    .option(
      '--min-severity <severity>',
      `show nothing below: ${choices(severities)}`,
      oneOf('--min-severity', severities),
    )
    .option(
      '--min-confidence <c>',
      `show nothing below: ${choices(confidences)} (default: ${defaultMinConfidence})`,
      oneOf('--min-confidence', confidences),
    );
}

function addConfigFlags(command: Command): Command {
  return command
    .option('--config <file>', 'use this configuration and no other')
    .option('--no-config', 'use no configuration file')
    .option('--baseline <file>', 'the baseline (default: bnguard-baseline.json)')
    .option('--as-of <date>', 'judge age and expiry as on this day (default: now)', dateFlag('--as-of'));
}

/** Flags that say how a report looks and when it fails, the same for `scan` and `merge`. */
function addReportFlags(command: Command, reports: ReportList): Command {
  command
    .optionsGroup('What is reported:')
    .option(
      '--format <format>',
      'text (default), json, jsonl, sarif, html, markdown, github, gitlab, junit, csv',
      (value) => reports.format(value),
    )
    .option(
      '--output <file>',
      'write the format before it to a file; alone, the format that its name ends with',
      (value) => reports.output(value),
    )
    .option(
      '--fail-on <severity>',
      `exit with 1 from: ${choices(failOnChoices)} (default: ${defaultFailOn})`,
      oneOf('--fail-on', failOnChoices),
    );
  return addShowingFlags(command)
    .addOption(new Option('--verbose', 'every clue, all that was suppressed and skipped').conflicts('quiet'))
    .option('--quiet', 'findings only; nothing when there are none')
    .addOption(colorOption());
}

function mergeCommand(done: Done): Command {
  const reports = new ReportList();
  const command = new Command('merge')
    .description('Joins JSON reports into one: the parts of a history, or of several repositories.')
    .argument('<FILE...>', 'reports that bnguard scan --format json wrote');
  return addReportFlags(command, reports)
    .optionsGroup('Other:')
    .option('--allow-incomplete', 'do not fail because something could not be read')
    .action(
      (
        files: string[],
        flags: Omit<MergeRequest, 'kind' | 'files' | 'reports'> & { format?: unknown; output?: unknown },
      ) => {
        const { format: _format, output: _output, ...rest } = flags;
        done({
          ...{ kind: 'merge', allowIncomplete: false, verbose: false, quiet: false },
          ...rest,
          files,
          reports: reports.list(),
        });
      },
    );
}

function findCommand(done: Done): Command {
  return new Command('find')
    .description('Tells where a value stands, on disk and in all that git stores, without showing it.')
    .usage('--stdin [options] [PATH]')
    .argument('[PATH]', 'a folder or repository (default: this folder)')
    .option('--stdin', 'read the value from standard input, where no shell remembers it')
    .addOption(
      new Option('--format <format>', choices(formats)).argParser(oneOf('--format', formats)).default('text', 'text'),
    )
    .option('--verbose', 'every object that holds it')
    .option('--jobs <n>', 'threads at most (default: the processors)', countFlag('--jobs'))
    .option('--as-of <date>', 'tell ages as on this day (default: now)', dateFlag('--as-of'))
    .addOption(colorOption())
    .option('--no-progress', 'no progress line on a terminal')
    .action((path: string | undefined, flags: Omit<FindRequest, 'kind' | 'paths'> & { stdin?: boolean }) => {
      const { stdin, ...rest } = flags;
      if (!stdin) {
        throw new UserError(
          'find takes the value on standard input, since a shell remembers what is typed: pbpaste | bnguard find --stdin.',
        );
      }
      done({ ...{ kind: 'find', verbose: false }, ...rest, paths: path === undefined ? [] : [path] });
    });
}

function fixCommand(done: Done): Command {
  const command = new Command('fix')
    .description('Writes the lines that are missing in .gitignore and .dockerignore.')
    .usage('[options] [PATH...]')
    .argument('[PATH...]', 'folders (default: this folder)')
    .option('--dry-run', 'show the lines as a diff, write nothing')
    .optionsGroup('What is set aside:');
  return addConfigFlags(command)
    .optionsGroup('Other:')
    .option('--no-progress', 'no progress line on a terminal')
    .action((paths: string[], flags: Omit<FixRequest, 'kind' | 'paths'>) =>
      done({ ...{ kind: 'fix', dryRun: false }, ...withoutTrueConfig(flags), paths }),
    );
}

function scanCommand(done: Done): Command {
  const reports = new ReportList();
  const command = new Command('scan')
    .description('Looks into files and folders (default: this folder), or into what git stores.')
    .usage('[options] [PATH...]')
    .argument('[PATH...]', 'files and folders; with --staged, --range, --history: the repository')
    .optionsGroup('What is read (default: what is on disk):')
    .option('--staged', 'what the next commit would bring')
    .option('--range <revisions>', 'what these commits bring: main..HEAD, "HEAD ^main ^v1"')
    .option('--history', 'every object that git stores, also dangling ones')
    .option('--stdin', 'standard input')
    .option('--stdin-filename <path>', 'the name that standard input goes by');
  addReadingFlags(command)
    .option('--shard <i/n>', 'a part of the history only; bnguard merge joins the reports', shardFlag('--shard'))
    .option('--all-settings', 'of the history: settings of old versions too, not only of the branches as they are')
    .option('--no-cache', 'read the whole history anew, remember nothing');
  addReportFlags(command, reports)
    .option('--no-progress', 'no progress line on a terminal')
    .optionsGroup('What is set aside:');
  return addConfigFlags(command)
    .option('--config-from <commit>', 'configuration, baseline and ignore comments count only as this commit has them')
    .option('--no-ignores', 'for audits: no ignore comment, entry or baseline counts')
    .option(
      '--fingerprint <list>',
      'only these values, in whatever form, and nothing sets them aside',
      fingerprintsFlag('--fingerprint'),
    )
    .optionsGroup('Other:')
    .action((paths: string[], flags: ParsedScan) => {
      const {
        format: _format,
        output: _output,
        staged,
        range,
        history,
        shard,
        allSettings,
        cache,
        stdin,
        stdinFilename,
        fingerprint,
        ...rest
      } = flags;
      if (shard !== undefined && rest.configFrom !== undefined) {
        throw new UserError(
          '--config-from and --shard exclude each other: ignore comments are judged when parts are merged.',
        );
      }
      done({
        ...{ kind: 'scan', allowIncomplete: false, verbose: false, quiet: false },
        ...withoutTrueConfig(rest),
        ...(fingerprint && onlyThese(fingerprint)),
        source: sourceFrom({ staged, range, history, shard, allSettings, cache, stdin, stdinFilename }, paths),
        paths,
        reports: reports.list(),
      });
    });
}

/** Whoever asks for certain values wants to hear of each, however sure and however bad. */
const onlyThese = (fingerprints: readonly string[]): Partial<ScanRequest> => ({
  ...{ fingerprints, ignores: false, minConfidence: 'possible', minSeverity: 'info', failOn: 'info' },
});

interface SourceFlags {
  readonly staged?: boolean | undefined;
  readonly range?: string | undefined;
  readonly history?: boolean | undefined;
  readonly shard?: Shard | undefined;
  readonly allSettings?: boolean | undefined;
  readonly cache?: boolean | undefined;
  readonly stdin?: boolean | undefined;
  readonly stdinFilename?: string | undefined;
}
type ParsedScan = Omit<ScanRequest, 'kind' | 'paths' | 'reports' | 'source' | 'fingerprints'> &
  SourceFlags & { fingerprint?: readonly string[]; format?: unknown; output?: unknown };

/** The one source that the flags name. */
function sourceFrom(flags: SourceFlags, paths: readonly string[]): SourceRequest {
  const { staged, range, history, shard, allSettings, cache = true, stdin, stdinFilename } = flags;
  const named = Object.entries({ staged, range, history, stdin }).flatMap(([flag, value]) =>
    value === undefined ? [] : [`--${flag}`],
  );
  if (named.length > 1) throw new UserError(`${named.join(' and ')} exclude each other: give one of them.`);
  if (stdin && paths.length > 0) throw new UserError('--stdin reads no files: leave out the flag or the paths.');
  if (stdinFilename !== undefined && !stdin) {
    throw new UserError('--stdin-filename names what --stdin reads: add --stdin.');
  }
  if (shard !== undefined && !history) throw new UserError('--shard takes a part of a history: add --history.');
  if (paths.length > 1 && named.length > 0) {
    throw new UserError(`${named[0]} looks into one repository, but several PATHs are named. Run it once for each.`);
  }
  if (stdin) return { kind: 'stdin', ...(stdinFilename !== undefined && { filename: stdinFilename }) };
  if (staged) return { kind: 'staged' };
  if (allSettings && !history) throw new UserError('--all-settings is about old versions: add --history.');
  if (history) {
    return { kind: 'history', cache, ...(shard !== undefined && { shard }), ...(allSettings && { allSettings }) };
  }
  if (range === undefined) return { kind: 'disk' };
  const revisions = range.split(/\s+/).filter(Boolean);
  if (revisions.length === 0) throw new UserError('--range: expected revisions such as main..HEAD, got nothing.');
  return { kind: 'range', revisions };
}

/** Commander sets `config: true` where `--no-config` is merely possible. */
function withoutTrueConfig<T extends { readonly config?: string | boolean }>(
  flags: T,
): Omit<T, 'config'> & { config?: string | false } {
  const { config, ...rest } = flags;
  return config === undefined || config === true ? rest : { ...rest, config };
}

/** What files of each format are usually called. */
const endings: Readonly<Record<string, ReportFormat>> = {
  ...{ json: 'json', jsonl: 'jsonl', ndjson: 'jsonl', sarif: 'sarif', html: 'html', htm: 'html' },
  ...{ md: 'markdown', xml: 'junit', csv: 'csv' },
};

function formatOf(file: string): ReportFormat {
  if (/\.sarif\.json$/i.test(file)) return 'sarif';
  // As GitLab calls its artifacts.
  if (/(?:^|[\\/])gl-[\w-]+-report\.json$/i.test(file)) return 'gitlab';
  const ending = extname(file).slice(1).toLowerCase();
  return Object.hasOwn(endings, ending) ? endings[ending]! : 'text';
}

/** Collects `--format F --output FILE` pairs in the order in which they are typed. */
class ReportList {
  readonly #reports: { format: ReportFormat; file?: string }[] = [];
  #orphan: string | undefined;

  format(value: string): void {
    this.#reports.push({ format: oneOf('--format', reportFormats)(value) });
  }

  output(file: string): void {
    const last = this.#reports.at(-1);
    if (file === '') throw new UserError('--output: expected a file name, got nothing.');
    if (!last && this.#orphan === undefined) this.#orphan = file;
    else if (!last || last.file !== undefined) {
      throw new UserError(`--output ${file} has no --format before it: write --format FORMAT --output ${file}.`);
    } else last.file = file;
  }

  /** A lone `--output` is what its name says, else text; with one format it does not matter which comes first. */
  list(): readonly ReportRequest[] {
    const [first, second] = this.#reports;
    if (this.#orphan !== undefined && first) {
      if (!second && first.file === undefined) return [{ format: first.format, file: this.#orphan }];
      throw new UserError(
        `--output ${this.#orphan} stands before all formats, and belongs to the one that stands before it: ` +
          `write --format ${first.format} --output ${this.#orphan}.`,
      );
    }
    if (!first) {
      const file = this.#orphan;
      return file === undefined || file === '-' ? [{ format: 'text' }] : [{ format: formatOf(file), file }];
    }
    const reports = this.#reports.map((report) => (report.file === '-' ? { format: report.format } : report));
    if (reports.filter(({ file }) => file === undefined).length > 1) {
      throw new UserError('Only one format can go to standard output: give the others an --output FILE.');
    }
    const files = reports.flatMap(({ file }) => file ?? []);
    const twice = files.find((file, i) => files.indexOf(file) !== i);
    if (twice !== undefined) throw new UserError(`--output ${twice} is named twice: give each format its own file.`);
    return reports;
  }
}

function baselineCommand(done: Done): Command {
  const command = new Command('baseline')
    .description("Records today's findings, so that later scans set them aside.")
    .usage('[options] [PATH...]')
    .argument('[PATH...]', 'files and folders')
    .enablePositionalOptions()
    .helpCommand(false)
    .optionsGroup('What is recorded:')
    .option('--reason <text>', 'why new findings are accepted; a live critical one needs it')
    .option('--prune', 'drop entries that match nothing or expired; revoked keys stay')
    .option('--dry-run', 'show what would be recorded, write nothing');
  addReadingFlags(addShowingFlags(command)).optionsGroup('Files:');
  return addConfigFlags(command)
    .optionsGroup('Other:')
    .addOption(colorOption())
    .option('--no-progress', 'no progress line on a terminal')
    .addCommand(baselineAddCommand(done))
    .action((paths: string[], flags: Omit<BaselineRequest, 'kind' | 'paths'>) => {
      done({
        ...{ kind: 'baseline', prune: false, dryRun: false, allowIncomplete: false },
        ...withoutTrueConfig(flags),
        paths,
      });
    });
}

function baselineAddCommand(done: Done): Command {
  return new Command('add')
    .description('Records values by their fingerprints: of a pair both.')
    .argument('<FINGERPRINT...>', '32 hex digits each, from a report', (text, known: string[] | undefined) => [
      ...(known ?? []),
      fingerprint(text),
    ])
    .requiredOption('--state <state>', choices(states), oneOf('--state', states))
    .requiredOption('--reason <text>', 'why')
    .option('--rule <rule>', 'for this rule only')
    .option('--severity <severity>', 'the worst that is accepted (default: critical)', oneOf('--severity', severities))
    .option('--expires <day>', 'the last day on which it holds', dayFlag('--expires'))
    .option('--baseline <file>', 'the baseline (default: bnguard-baseline.json)')
    .option('--as-of <date>', 'the date to record (default: today)', dateFlag('--as-of'))
    .action((fingerprints: string[], flags: Omit<BaselineAddRequest, 'kind' | 'fingerprints'>) => {
      done({ kind: 'baseline-add', fingerprints, ...flags });
    });
}

function fingerprint(text: string): string {
  if (/^[0-9a-f]{32}$/i.test(text)) return text.toLowerCase();
  throw new UserError('FINGERPRINT: expected the 32 hex digits that a report shows (text: with --verbose).');
}

function keysCommand(done: Done): Command {
  return new Command('keys')
    .description('The key inventory, bnguard.keys.yaml: which keys there are, and whether they are kept well.')
    .usage('COMMAND [options]')
    .helpCommand(false)
    .addCommand(keysAddCommand(done))
    .addCommand(keysListCommand(done))
    .addCommand(keysCheckCommand(done))
    .addCommand(keysDueCommand(done));
}

function formatOption(): Option {
  return new Option('--format <format>', choices(formats))
    .argParser(oneOf('--format', formats))
    .default('text', 'text');
}

type AddFlags = Omit<KeysAddRequest, 'kind' | 'fields'> & {
  stdin?: boolean;
  permission?: string[];
  ip?: string[];
} & Record<string, unknown>;

function keysAddCommand(done: Done): Command {
  const more = (value: string, known: string[] | undefined): string[] => [...(known ?? []), value];
  return new Command('add')
    .description('Makes an entry from a key on standard input, without storing the key.')
    .option('--stdin', 'read the key from standard input, where no shell remembers it')
    .option('--name <name>', 'what to call it (default: key- and the fingerprint’s first digits)')
    .optionsGroup('What is written down of it:')
    .option('--strategy <name>', 'the strategy that it trades')
    .option('--purpose <purpose>', choices(purposes), oneOf('--purpose', purposes))
    .option('--permission <right>', `one right, as often as needed: ${choices(permissions)}`, (value, known) =>
      more(oneOf('--permission', permissions)(value), known as string[] | undefined),
    )
    .option('--ip <address>', 'one address of its IP list, as often as needed', (value, known) =>
      more(value, known as string[] | undefined),
    )
    .option('--account <name>', 'the master account, by any name of yours')
    .option('--sub-account <name>', 'the sub-account')
    .option('--owner <name>', 'who answers for it')
    .option('--type <type>', choices(keyTypes), oneOf('--type', keyTypes))
    .option('--created <day>', 'the day on which it was made (default: today)', dayFlag('--created'))
    .optionsGroup('Other:')
    .addOption(formatOption())
    .option('--as-of <date>', 'the date to record (default: today)', dateFlag('--as-of'))
    .action((flags: AddFlags) => {
      const { stdin, name, format, asOf, permission, ip, ...fields } = flags;
      if (!stdin) {
        throw new UserError(
          'keys add takes the key on standard input, since a shell remembers what is typed: pbpaste | bnguard keys add --stdin.',
        );
      }
      const lists = { ...(permission && { permissions: permission }), ...(ip && { ips: ip }) };
      done({
        ...{ kind: 'keys-add', format, fields: { ...fields, ...lists } as KeysAddRequest['fields'] },
        ...(name !== undefined && { name }),
        ...(asOf !== undefined && { asOf }),
      });
    });
}

/** Flags and argument of the commands that read an inventory. */
function addInventoryFlags(command: Command): Command {
  return command
    .argument('[PATH]', 'a folder of the repository (default: this folder)')
    .addOption(formatOption())
    .option('--as-of <date>', 'tell ages as on this day (default: now)', dateFlag('--as-of'))
    .addOption(colorOption());
}

const withPath = (path: string | undefined): { path?: string } => (path === undefined ? {} : { path });

function keysListCommand(done: Done): Command {
  return addInventoryFlags(new Command('list').description('Lists the keys of the inventory.')).action(
    (path: string | undefined, flags: Omit<KeysListRequest, 'kind'>) =>
      done({ ...flags, ...withPath(path), kind: 'keys-list' }),
  );
}

function keysCheckCommand(done: Done): Command {
  return addInventoryFlags(new Command('check').description('Holds the inventory against good practice and the code.'))
    .option('--verbose', 'every clue, all that was suppressed and skipped')
    .option('--jobs <n>', 'threads at most (default: the processors)', countFlag('--jobs'))
    .option('--config <file>', 'use this configuration and no other')
    .option('--no-config', 'use no configuration file')
    .option('--baseline <file>', 'the baseline (default: bnguard-baseline.json)')
    .option('--no-progress', 'no progress line on a terminal')
    .action((path: string | undefined, flags: Omit<KeysCheckRequest, 'kind'>) =>
      done({ ...{ kind: 'keys-check', verbose: false }, ...withoutTrueConfig(flags), ...withPath(path) }),
    );
}

function keysDueCommand(done: Done): Command {
  return addInventoryFlags(new Command('due').description('Tells which keys are to be renewed soon.'))
    .addOption(
      new Option('--within <days>', 'look so many days ahead').argParser(daysFlag('--within')).default(14, '14'),
    )
    .action((path: string | undefined, flags: Omit<KeysDueRequest, 'kind'>) =>
      done({ ...flags, ...withPath(path), kind: 'keys-due' }),
    );
}

function rulesCommand(done: Done): Command {
  return new Command('rules')
    .description('Lists the rules.')
    .addOption(
      new Option('--format <format>', choices(formats)).argParser(oneOf('--format', formats)).default('text', 'text'),
    )
    .addOption(colorOption())
    .action(({ format, color }: { format: Format; color: ColorChoice }) => done({ kind: 'rules', format, color }));
}

function hookCommand(done: Done): Command {
  return new Command('hook')
    .description('What git’s hooks call: checks what comes in, and stops it where it carries a credential.')
    .usage(`${hookNames.join('|')} [ARGUMENTS]`)
    .argument('<NAME>', `the hook: ${hookNames.join(', ')}`)
    .argument('[ARGUMENTS...]', 'what git hands to the hook')
    .allowUnknownOption()
    .action((name: string, args: string[]) => done({ kind: 'hook', name: oneOf('hook', hookNames)(name), args }));
}

function initCommand(done: Done): Command {
  return new Command('init')
    .description('Sets a repository up: hooks, CI, ignore files, configuration. Shows first what it would write.')
    .option('--yes', 'write it')
    .option('--undo', 'take back what it wrote into this clone')
    .option('--only <parts>', `only these, with commas between: ${partNames.join(', ')}`, partsFlag)
    .option('--no-progress', 'no progress line on a terminal')
    .action((flags: Partial<InitRequest> & Pick<InitRequest, 'progress'>) => {
      if (flags.yes && flags.undo) throw new UserError('--yes and --undo exclude each other: give one of them.');
      done({ ...{ kind: 'init', yes: false, undo: false, only: [] }, ...flags });
    });
}

const partsFlag = (value: string): PartName[] => value.split(',').map(oneOf('--only', partNames));

function explainCommand(done: Done): Command {
  return new Command('explain')
    .description('Explains a rule, an error code of Binance, a finding, or what a piece of text looks like to it.')
    .usage('WHAT | FINGERPRINT --report FILE | --text TEXT')
    .argument('[WHAT]', 'the id of a rule, a code such as -2015 or 451, a fingerprint, or purge')
    .option('--report <file>', 'the JSON report that has the finding')
    .option('--text <text>', 'show every clue in this text; -: of standard input')
    .option('--filename <path>', 'the name that the text goes by', '')
    .addOption(colorOption())
    .action((what: string | undefined, flags: ExplainFlags) => done(explainRequest(what, flags)));
}

interface ExplainFlags {
  readonly report?: string;
  readonly text?: string;
  readonly filename: string;
  readonly color: ColorChoice;
}

function explainRequest(what: string | undefined, { report, text, filename, color }: ExplainFlags): Request {
  if (text !== undefined) {
    if (what !== undefined || report !== undefined) {
      throw new UserError('explain takes a rule, a code, a fingerprint or --text, and only one of them.');
    }
    return { kind: 'explain-text', text, filename, color };
  }
  if (what === undefined || what.trim() === '') {
    throw new UserError(
      'explain needs a rule id, a code such as -2015, a fingerprint or --text. See bnguard rules for the ids.',
    );
  }
  if (what === 'purge') {
    if (report !== undefined) return { kind: 'explain-purge', report, color };
    throw new UserError(
      'explain purge needs the report that has the leaks: bnguard scan --history --format json --output history.json, then bnguard explain purge --report history.json.',
    );
  }
  if (report !== undefined) {
    if (/^[A-Za-z0-9+/]{4}…?$/.test(what)) return { kind: 'explain-finding', mask: what.slice(0, 4), report, color };
    if (!/^[0-9a-f]{6,32}…?$/i.test(what)) {
      throw new UserError(
        '--report goes with purge, with a fingerprint (32 hex digits, or at least the first 6 of them), or with the four characters of a key that reports show.',
      );
    }
    return { kind: 'explain-finding', fingerprint: what.replace('…', '').toLowerCase(), report, color };
  }
  const code = /^(?:HTTP[ -]?)?(-?\d{1,5})$/i.exec(what.replace(/^["'“‘]|["'”’]$/g, ''))?.[1];
  if (code !== undefined) {
    return { kind: 'explain-code', code: Number(code), color };
  }
  if (/^[0-9a-f]{32}$/i.test(what)) {
    throw new UserError(
      `A fingerprint alone says nothing: name the report that has it. bnguard scan --format json --output report.json, then bnguard explain ${what} --report report.json.`,
    );
  }
  return { kind: 'explain-rule', rule: what, color };
}
