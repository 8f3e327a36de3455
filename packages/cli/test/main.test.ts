// The command line through its front door: flags, exit codes, where output goes, and what goes wrong.
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseCommandLine } from '../src/command-line.ts';
import { asksVersion, hookRequest } from '../src/hook-line.ts';
import type { ScanSettings } from '../src/types.ts';
import { finding, folderWith, report, runIn, scanThatFinds } from './fake-terminal.ts';

const clean = scanThatFinds([]);

/** The settings that a scan was started with. */
async function settingsOf(argv: string[], files: Record<string, string> = {}): Promise<ScanSettings> {
  let seen: ScanSettings | undefined;
  const ran = await runIn(folderWith(files), argv, async (settings) => {
    seen = settings;
    return clean(settings);
  });
  expect(ran.stderr).toBe('');
  return seen!;
}

describe('help', () => {
  test('a bare bnguard prints help and succeeds', async () => {
    const { code, stdout, stderr } = await runIn(folderWith(), []);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: bnguard COMMAND [options]');
    expect(stdout).toContain('Exit code:');
  });

  test.each([['scan'], ['baseline'], ['baseline', 'add'], ['rules'], ['explain']])(
    '%s %s has examples and fits 80 columns',
    async (...command) => {
      const { code, stdout } = await runIn(folderWith(), [...command.filter(Boolean), '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('Examples:');
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('help COMMAND is COMMAND --help', async () => {
    const [a, b] = [await runIn('/', ['help', 'scan']), await runIn('/', ['scan', '--help'])];
    expect(a).toEqual(b);
  });

  test('what hooks call is read without the framework, and to the same end', () => {
    const version = (argv: string[]): unknown => parseCommandLine(argv, '1.2.3', 80);
    const flags = ['--quiet', '--verbose', '--no-progress', '--allow-incomplete'];
    for (let bits = 0; bits < 1 << flags.length; bits++) {
      const argv = ['scan', '--staged', ...flags.filter((_, at) => bits & (1 << at))];
      if (argv.includes('--quiet') && argv.includes('--verbose')) expect(hookRequest(argv)).toBe(undefined);
      else expect(hookRequest(argv)).toEqual(version(argv));
    }
    for (const argv of [
      ['scan'],
      ['--staged', 'scan'],
      ['scan', '--staged', '.'],
      ['scan', '--staged', '--color=never'],
    ])
      expect(hookRequest(argv)).toBe(undefined);
    for (const argv of [['-V'], ['--version']]) {
      expect(asksVersion(argv)).toBe(true);
      expect(version(argv)).toEqual({ kind: 'told', text: '1.2.3\n' });
    }
  });

  test('--version prints the version alone', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await runIn('/', ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('help', () => {
  test.each([
    [['help'], 'Usage: bnguard COMMAND'],
    [['help', 'scan'], 'Usage: bnguard scan'],
    [['help', 'keys', 'add'], 'Usage: bnguard keys add'],
  ])('%j is the help of it', async (argv, begin) => {
    expect(await runIn('/', argv)).toEqual({ code: 0, stdout: expect.stringContaining(begin), stderr: '' });
  });

  test('of what is no command is a slip', async () => {
    expect(await runIn('/', ['help', 'scna'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('mean scan?'),
    });
  });
});

describe('what is typed wrong ends with 2, and says the fact and the remedy', () => {
  test.each([
    [['scna'], /unknown command 'scna' \(did you mean scan\?\)/],
    [['../'], /To look into a folder: bnguard scan '\.\.\/'\. See/],
    [['./package.json'], /To look into a file: bnguard scan '\.\/package\.json'\. See/],
    [['./no/such'], /To look into a file or folder: bnguard scan '\.\/no\/such'\. See/],
    [['https://example.com/o/r'], /bnguard fetches nothing: git clone it, then bnguard scan --history FOLDER\. See/],
    [['git@example.com:o/r.git'], /bnguard fetches nothing: git clone it/],
    [['keys', 'list', ''], /PATH is empty\. For the folder that you are in leave it out\./],
    [['keys', 'check', ''], /PATH is empty/],
    [['keys', 'due', ''], /PATH is empty/],
    [['explain', ''], /explain needs a rule id/],
    [['explain', ' '], /explain needs a rule id/],
    [['lint'], /unknown command 'lint'\. Here that is bnguard scan\. See/],
    [['scan', '-q'], /unknown option '-q'\. Here that is --quiet\. See bnguard scan --help/],
    [['scan', '--severity=high'], /Here that is --min-severity\./],
    [['scan', '--sarif'], /Here that is --format sarif\./],
    [['rules', '--sarif'], /unknown option '--sarif'\. See bnguard rules --help/],
    [['scan', '--exclude', 'x'], /under ignore: paths and a reason\./],
    [['scan', '--fix'], /What can be mended: bnguard fix\./],
    [['version'], /^bnguard: unknown command 'version'\. See bnguard --help\.\n$/],
    [
      ['scan', '--fial-on', 'high'],
      /unknown option '--fial-on' \(did you mean --fail-on\?\)\. See bnguard scan --help/,
    ],
    [['scan', '--staged', '--history'], /--staged and --history exclude each other/],
    [['scan', '--history', 'a', 'b'], /--history looks into one repository/],
    [['scan', '--range', ' '], /--range: expected revisions such as main\.\.HEAD/],
    [['scan', '--shard', '1/2'], /add --history/],
    [['scan', '--history', '--shard', '3/2'], /--shard: expected I\/N such as 2\/8/],
    [
      ['scan', '--fail-on', 'hgih'],
      /--fail-on: expected info, low, medium, high, critical, never \(did you mean high\?\)/,
    ],
    [['scan', '--fail-on'], /option '--fail-on <severity>' argument missing/],
    [
      ['scan', '--format', 'xml'],
      /--format: expected text, json, jsonl, sarif, html, markdown, github, gitlab, junit, csv/,
    ],
    [['scan', '--format', 'jsn'], /did you mean json\?/],
    [['scan', '--format', 'json', '--format', 'text'], /Only one format can go to standard output/],
    [['scan', '--output', 'a', '--format', 'json', '--format', 'text'], /write --format json --output a/],
    [['scan', '--fail-on', 'severe'], /critical, never\. See|critical, never\.$/m],
    [['scan', '--format', 'json', '--output', 'a', '--output', 'b'], /--output b has no --format before it/],
    [['scan', '--format', 'json', '--output', 'a', '--format', 'text', '--output', 'a'], /named twice/],
    [['scan', '--max-file-size', '10 parsecs'], /--max-file-size: expected a size such as 512k, 10MB/],
    [['scan', '--jobs', '0'], /--jobs: expected a whole number from 1/],
    [['scan', '--as-of', '2026-02-30'], /--as-of: expected a date/],
    [['scan', '--as-of', 'yesterday'], /--as-of: expected a date/],
    [['scan', '--stdin', 'src'], /--stdin reads no files/],
    [['scan', '--stdin-filename', 'a.py'], /add --stdin/],
    [['scan', '--quiet', '--verbose'], /cannot be used with option '--quiet'/],
    [['scan', '--color', 'yes'], /--color: expected auto, always, never/],
    [['explain'], /needs a rule id, a code such as -2015, a fingerprint or --text/],
    [['explain', 'secret-kye'], /no rule secret-kye \(did you mean secret-key\?\)/],
    [['baseline', 'add', 'xyz', '--state', 'revoked', '--reason', 'r'], /FINGERPRINT: expected the 32 hex digits/],
    [
      ['baseline', 'add', '0'.repeat(32), '--state', 'revoked'],
      /required option '--reason <text>' not specified.*See bnguard baseline add --help/,
    ],
  ])('%j', async (argv, expected) => {
    const { code, stdout, stderr } = await runIn(folderWith(), argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^bnguard: /);
    expect(stderr).toMatch(expected);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  test('a path that does not exist', async () => {
    const { code, stderr } = await runIn(folderWith(), ['scan', 'no-such']);
    expect(code).toBe(2);
    expect(stderr).toContain('no-such (no such file or folder)');
  });

  test('a key that is typed in a wrong place is not repeated', async () => {
    const key = 'Ab1'.repeat(22);
    for (const argv of [
      ['scan', `--${key}`],
      [key],
      ['scan', key],
      ['explain', key],
      ['scan', '--config', `${key}.json`],
    ]) {
      const { code, stderr } = await runIn(folderWith(), argv);
      expect(code).toBe(2);
      expect(stderr).not.toContain(key.slice(0, 8));
    }
  });
});

describe('flags', () => {
  test.each([
    ['512k', 524_288],
    ['10MB', 10_485_760],
    ['1.5 GiB', 1_610_612_736],
    ['1000', 1000],
    ['7b', 7],
  ])('--max-file-size %s', async (typed, bytes) => {
    expect((await settingsOf(['scan', '--max-file-size', typed])).maxFileSize).toBe(bytes);
  });

  test('reach the scan', async () => {
    const settings = await settingsOf([
      'scan',
      '--include-ignored',
      '--jobs',
      '3',
      '--no-ignores',
      '--as-of',
      '2026-01-02',
    ]);
    expect(settings).toMatchObject({
      includeIgnored: true,
      jobs: 3,
      noIgnores: true,
      asOf: '2026-01-02T00:00:00Z',
      paths: [],
    });
    expect(settings.maxFileSize).toBeUndefined();
  });

  test('win over the configuration', async () => {
    const files = { 'bnguard.config.json': '{"maxFileSize": "1k", "includeIgnored": true, "minSeverity": "high"}' };
    expect(await settingsOf(['scan'], files)).toMatchObject({ maxFileSize: 1024, includeIgnored: true });
    expect(await settingsOf(['scan', '--max-file-size', '2k'], files)).toMatchObject({ maxFileSize: 2048 });
    const mild = [finding({ severity: 'low' })];
    expect((await runIn(folderWith(files), ['scan', '--quiet'], mild)).stdout).toBe('');
    expect((await runIn(folderWith(files), ['scan', '--quiet', '--min-severity', 'info'], mild)).stdout).toContain(
      'low',
    );
    expect((await runIn(folderWith(files), ['scan', '--quiet', '--no-config'], mild)).stdout).toContain('low');
  });

  test('who sits before --stdin is told how it ends', async () => {
    const stdin = Readable.from([Buffer.from('a')]);
    const isTTY = { stdout: false, stderr: false, stdin: true };
    const { stderr, code } = await runIn(folderWith(), ['scan', '--stdin'], clean, { stdin, isTTY });
    expect([stderr, code]).toEqual([expect.stringMatching(/^bnguard: reads what is typed here until Ctrl-/), 0]);
    expect((await runIn(folderWith(), ['scan', '--stdin'], clean, { stdin: Readable.from([]) })).stderr).toBe('');
  });

  test('--stdin takes bytes and name', async () => {
    let seen: ScanSettings | undefined;
    const stdin = Readable.from([Buffer.from('a'), Buffer.from('b')]);
    await runIn(folderWith(), ['scan', '--stdin', '--stdin-filename', 'x.py'], async (s) => clean((seen = s)), {
      stdin,
    });
    expect(seen!.source).toMatchObject({ kind: 'stdin', filename: 'x.py' });
    expect(seen!.source.kind === 'stdin' && Buffer.from(seen!.source.bytes).toString()).toBe('ab');
  });
});

describe('exit codes', () => {
  const medium = finding({ severity: 'medium', confidence: 'likely' });
  test.each([
    [0, [], []],
    [1, [], [medium]],
    [0, ['--fail-on', 'high'], [medium]],
    [0, ['--fail-on', 'never'], [finding()]],
    [1, ['--fail-on', 'info'], [finding({ severity: 'info' })]],
    [0, [], [finding({ severity: 'low' })]],
    [0, ['--min-severity', 'high'], [medium]],
    [0, ['--min-confidence', 'certain'], [medium]],
    [0, [], [finding({ confidence: 'possible' })]],
    [1, ['--min-confidence', 'possible'], [finding({ confidence: 'possible' })]],
  ])('%i for %j', async (code, argv, findings) => {
    expect((await runIn(folderWith(), ['scan', ...argv], findings)).code).toBe(code);
  });

  test('an incomplete scan is 2 with its findings reported; --allow-incomplete makes it 0 or 1', async () => {
    const skipped = [{ path: 'locked.py', why: 'unreadable', detail: 'EACCES' }] as const;
    const incomplete = scanThatFinds([finding()], { complete: false, skipped });
    const ran = await runIn(folderWith(), ['scan'], incomplete);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('src/bot.ts');
    expect(ran.stdout).toMatch(/INCOMPLETE: not everything could be read/);
    const allowed = await runIn(folderWith(), ['scan', '--allow-incomplete', '--format', 'json'], incomplete);
    expect(allowed.code).toBe(1);
    expect(JSON.parse(allowed.stdout)).toMatchObject({ complete: false });
    const none = scanThatFinds([], { complete: false, skipped });
    expect((await runIn(folderWith(), ['scan', '--allow-incomplete'], none)).code).toBe(0);
    expect((await runIn(folderWith(), ['scan', '--quiet'], none)).stdout).toContain('INCOMPLETE');
  });

  test('what is not shown is counted, and what would show it is said', async () => {
    const { stdout } = await runIn(folderWith(), ['scan'], [finding({ confidence: 'possible' })]);
    expect(stdout).toContain('1 weaker finding not shown; --min-confidence possible shows all.');
  });
});

describe('output', () => {
  test('each --output belongs to the --format before it', async () => {
    const cwd = folderWith();
    const argv = ['scan', '--format', 'json', '--output', 'r.json', '--format', 'text'];
    const { code, stdout } = await runIn(cwd, argv, [finding()]);
    expect(code).toBe(1);
    expect(stdout).toContain('src/bot.ts\n');
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toMatchObject({ schema: 1 });
  });

  test('with one format it does not matter which comes first', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['scan', '--output', 'r.json', '--format', 'json'], [finding()]);
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toMatchObject({ schema: 1 });
  });

  test('a lone --output is a text report, without colours', async () => {
    const cwd = folderWith();
    await runIn(cwd, ['scan', '--output', 'r.txt'], [finding()], { isTTY: { stdout: true, stderr: true } });
    expect(readFileSync(join(cwd, 'r.txt'), 'utf8')).toMatch(/^src\/bot\.ts\n/);
  });

  test.each([
    ['r.json', /^\{\n {2}"schema": 1/],
    ['r.jsonl', /^\{"/],
    ['r.sarif', /sarif-2\.1\.0/],
    ['r.sarif.json', /sarif-2\.1\.0/],
    ['gl-secret-detection-report.json', /"vulnerabilities"/],
    ['R.HTML', /^<!doctype html>/i],
    ['r.md', /^### bnguard/],
    ['r.xml', /<testsuite/],
    ['r.csv', /^severity|^rule|,/],
    ['constructor', /^src\/bot\.ts\n/],
    ['r.log', /^src\/bot\.ts\n/],
  ])('a lone --output has the format that its name ends with: %s', async (name, begin) => {
    const cwd = folderWith();
    const { stdout, stderr } = await runIn(cwd, ['scan', '--output', name], [finding()]);
    expect(readFileSync(join(cwd, name), 'utf8')).toMatch(begin);
    expect([stdout, stderr]).toEqual(['', '']);
  });

  test('a lone --output - is standard output', async () => {
    const cwd = folderWith();
    const { stdout } = await runIn(cwd, ['scan', '--output', '-'], [finding()]);
    expect(stdout).toMatch(/^src\/bot\.ts\n/);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });

  test('a person is told how it ended where all goes to files, if they were written', async () => {
    const onTerminal = { isTTY: { stdout: true, stderr: true } };
    const told = async (...argv: string[]): Promise<string> =>
      (await runIn(folderWith(), ['scan', ...argv], [finding()], onTerminal)).stderr;
    expect(await told('--output', 'r.json')).toBe('bnguard: 1 finding: 1 critical. See r.json.\n');
    expect(await told('--format', 'json', '--output', 'a', '--format', 'csv', '--output', 'b')).toContain(
      'See a and b.',
    );
    expect(await told('--output', 'r.json', '--quiet')).toBe('');
    expect(await told('--format', 'json', '--output', 'a', '--format', 'text')).toBe('');
    const failed = await told('--output', 'no/r.json');
    expect(failed).toMatch(/cannot be written/);
    expect(failed).not.toMatch(/See/);
  });

  test('a file that cannot be written ends with 2, and the other outputs are written', async () => {
    const cwd = folderWith();
    mkdirSync(join(cwd, 'taken'));
    const argv = [
      '--format',
      'json',
      '--output',
      'taken',
      '--format',
      'json',
      '--output',
      'no/r.json',
      '--format',
      'json',
      '--output',
      'ok.json',
      '--format',
      'text',
    ];
    const { code, stdout, stderr } = await runIn(cwd, ['scan', ...argv]);
    expect(code).toBe(2);
    expect(stdout).toContain('No findings.');
    expect(stderr).toContain('taken cannot be written (EISDIR): it is a folder');
    expect(stderr).toContain('no/r.json cannot be written (ENOENT): its folder does not exist');
    expect(readFileSync(join(cwd, 'ok.json'), 'utf8')).toContain('"schema": 1');
  });

  test('standard output that cannot be written is no success', async () => {
    const stdout = { write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    const { code, stderr } = await runIn(folderWith(), ['scan'], [], { stdout });
    expect(code).toBe(2);
    expect(stderr).toContain('standard output cannot be written (ENOSPC): the disk is full');
  });

  test('colours follow the flag, NO_COLOR, FORCE_COLOR and the terminal, in this order', async () => {
    const coloured = async (argv: string[], env: Record<string, string>, tty: boolean): Promise<boolean> => {
      const isTTY = { stdout: tty, stderr: false };
      return (await runIn(folderWith(), ['scan', ...argv], [finding()], { env, isTTY })).stdout.includes('\x1b[');
    };
    expect(await coloured([], {}, true)).toBe(true);
    expect(await coloured([], {}, false)).toBe(false);
    expect(await coloured([], { NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
    expect(await coloured([], { FORCE_COLOR: '1' }, false)).toBe(true);
    expect(await coloured([], { TERM: 'dumb' }, true)).toBe(false);
    expect(await coloured(['--color', 'always'], { NO_COLOR: '1' }, false)).toBe(true);
    expect(await coloured(['--color', 'never'], { FORCE_COLOR: '1' }, true)).toBe(false);
  });

  test('a path that holds a key is cut, in text and JSON', async () => {
    const key = 'Ab1'.repeat(22);
    const leaky = [finding({ path: `keys/${key}.txt`, message: `in ${key}` })];
    for (const format of ['text', 'json']) {
      const { stdout } = await runIn(folderWith(), ['scan', '--verbose', '--format', format], leaky);
      expect(stdout).toContain('keys/Ab1A….txt');
      expect(stdout).not.toContain(key.slice(0, 8));
    }
  });
});

describe('when the program itself is wrong', () => {
  test('a stack, where to report it, exit 2, and no value', async () => {
    const { code, stderr } = await runIn(folderWith(), ['scan'], () => {
      JSON.parse('{"secret": Nhqp1234abcd}');
      throw new Error('unreachable');
    });
    expect(code).toBe(2);
    expect(stderr).toContain('failed by its own fault: SyntaxError');
    expect(stderr).toMatch(/\n\s+at .*main\.test/);
    expect(stderr).toContain('issue tracker');
    expect(stderr).not.toContain('Nhqp1234');
  });
});

describe('the folder where the command was typed', () => {
  const clone = realpathSync(fileURLToPath(new URL('../../../', import.meta.url)));
  const typed = folderWith({ 'a.py': '' });
  const npm = { npm_lifecycle_event: 'scan', npm_package_json: join(clone, 'package.json'), INIT_CWD: typed };
  const seenCwd = async (env: Record<string, string>): Promise<string> => {
    let cwd = '';
    await runIn(clone, ['scan'], async (settings) => clean(((cwd = settings.cwd), settings)), { env });
    return cwd;
  };

  test("is npm's INIT_CWD in this clone's own scripts", async () => {
    expect(await seenCwd(npm)).toBe(typed);
    expect(await seenCwd({ ...npm, npm_lifecycle_event: 'bnguard' })).toBe(typed);
  });

  test('is the process folder everywhere else', async () => {
    expect(await seenCwd({ ...npm, npm_lifecycle_event: 'test' })).toBe(clone);
    expect(await seenCwd({ ...npm, npm_package_json: join(typed, 'package.json') })).toBe(clone);
    expect(await seenCwd({ INIT_CWD: typed })).toBe(clone);
  });
});

describe('progress', () => {
  const slow = (ms: number) => async (settings: ScanSettings) => {
    const started = performance.now();
    while (performance.now() - started < ms) {
      settings.onProgress?.({ documents: 1200, total: 20_000, bytes: 34_000_000, findings: 0 });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return report();
  };
  const isTTY = { stdout: false, stderr: true };

  test('is one line that goes away, only when the work is long', async () => {
    const { stderr } = await runIn(folderWith(), ['scan'], slow(700), { isTTY });
    expect(stderr).toContain('\r\x1b[2KLooking ... 1,200 of 20,000 files, 32 MB');
    expect(stderr.endsWith('\r\x1b[2K')).toBe(true);
    expect(stderr).not.toContain('\n');
    expect((await runIn(folderWith(), ['scan'], slow(100), { isTTY })).stderr).toBe('');
  });

  test.each([
    [['--no-progress'], isTTY],
    [['--quiet'], isTTY],
    [[], { stdout: true, stderr: false }],
  ])('is absent with %j on %j', async (argv, tty) => {
    expect((await runIn(folderWith(), ['scan', ...argv], slow(700), { isTTY: tty })).stderr).toBe('');
  });
});
