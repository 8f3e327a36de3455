// SARIF against its schema and Microsoft's validator with GitHub's rules, and what GitHub makes of it besides.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { expand, rules, type Finding } from '@bnguard/engine';
import { sarifReport } from '../src/reports/sarif.ts';
import { scan } from '../src/scan.ts';
import type { Report } from '../src/types.ts';
import { finding, folderWith, report, runIn } from './fake-terminal.ts';

/** The validator's folder; an install without it fails here, and loudly. */
const multitool = dirname(
  createRequire(createRequire(import.meta.url).resolve('@microsoft/sarif-multitool/package.json')).resolve(
    `@microsoft/sarif-multitool-${process.platform}/package.json`,
  ),
);
const schema = JSON.parse(readFileSync(join(multitool, 'sarif-2.1.0.json'), 'utf8')) as object;
// The published schema has a misplaced keyword of its own, so it is not held against the schema of schemas.
const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
addFormats.default(ajv);
const holds = ajv.compile(schema);

const sarifText = (facts: Partial<Report>): string => [...sarifReport(report(facts), rules)].join('');
const sarifOf = (facts: Partial<Report>): Log => JSON.parse(sarifText(facts)) as Log;

/** What Microsoft's validator says: rule, level, message. */
function verdicts(sarif: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bnguard-sarif-'));
  const [input, output] = [join(folder, 'in.sarif'), join(folder, 'out.sarif')];
  writeFileSync(input, sarif);
  const program = join(multitool, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
  chmodSync(program, 0o755);
  const args = ['validate', input, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'];
  const { status, stderr, stdout } = spawnSync(program, [...args, '--output', output, '--log', 'ForceOverwrite'], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1', DOTNET_BUNDLE_EXTRACT_BASE_DIR: folder },
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  const log = JSON.parse(readFileSync(output, 'utf8').replace(/^\ufeff/, '')) as Log;
  const [run] = log.runs;
  expect(run?.invocations?.[0]?.executionSuccessful).toBe(true);
  return (run?.results ?? []).map(({ ruleId, level = 'warning', message }) =>
    [level, ruleId, message.id ?? '', message.arguments?.join(' | ') ?? message.text].join(' '),
  );
}

const past = finding({
  fingerprint: 'c'.repeat(32),
  path: 'old bots/50%/käse#1?.py',
  origin: {
    kind: 'history',
    blob: 'd'.repeat(40),
    firstCommit: { id: 'e'.repeat(40), date: '2026-03-01T10:00:00Z' },
    lastCommit: { id: 'f'.repeat(40), date: '2026-04-01T10:00:00Z' },
    ...{ atHead: false, exposedDays: 266, refs: ['refs/heads/main'], refCount: 1, pushed: true, reachable: true },
    places: [{ path: 'b.py', start: { line: 1, column: 2 }, blob: 'a'.repeat(40) }],
    placeCount: 1,
  },
});
const hostile = [
  'a\nb\x1b[2J.ts',
  '\u202egpj.ts',
  '<script>alert(1)</script>.ts',
  `"quoted" 'and' \\back.ts`,
  'half\ud800.ts',
  '[link](0).ts',
  'https://example.org/x.ts',
].map((path, i) => finding({ path, message: `said of ${path}`, fingerprint: String(i).repeat(32) }));

test('a scan of everything at once: no error and no warning of either validator', async () => {
  const files = {
    'bot.ts': expand("import { Spot } from '@binance/connector';\nconst client = new Spot('<key64:a>', '<key64:b>');\n")
      .text,
    'keys/binance.pem': expand('<pem-ed25519:p>').text,
    'conf/binance key.json': '{ "binance": { "apiRestrictions": { "enableWithdrawals": true, "ipRestrict": false } } }',
    '.env.prod': expand('BINANCE_SECRET=<key64:c>\nBINANCE_KEY=<key64:d>\n').text,
  };
  const { code, stdout, stderr } = await runIn(folderWith(files), ['scan', '--format', 'sarif'], scan);
  expect([code, stderr]).toEqual([1, '']);
  const log = JSON.parse(stdout) as Log;
  expect([holds(log), holds.errors]).toEqual([true, null]);
  expect(log.runs[0]!.results!.length).toBeGreaterThan(5);
  const { lineHash } = { lineHash: log.runs[0]!.results![0]!.partialFingerprints!['primaryLocationLineHash'] };
  expect(lineHash).toMatch(/^[0-9a-f]+:1$/);
  expect(verdicts(stdout).filter((verdict) => !/SARIF201[01]/.test(verdict))).toEqual([]);
});

test('history, hostile names and an incomplete scan: no error and no warning either', () => {
  const facts: Partial<Report> = {
    complete: false,
    skipped: [{ path: 'a\x1b.ts', why: 'unreadable', detail: 'EACCES' }],
    findings: [finding({ pair: '1'.repeat(32) }), past, ...hostile],
  };
  const text = sarifText(facts);
  const log = JSON.parse(text) as Log;
  expect([holds(log), holds.errors]).toEqual([true, null]);
  expect(verdicts(text).filter((verdict) => !/SARIF201[01]/.test(verdict))).toEqual([]);
});

describe('for GitHub', () => {
  test('each kind of finding has a category of its own, named even when it is empty', () => {
    const categories = (facts: Partial<Report>): unknown[] =>
      sarifOf(facts).runs.map((run) => [run.automationDetails?.id, run.results?.length]);
    const coverage = { ...report().coverage, objects: 9 };
    expect(categories({})).toEqual([['bnguard/', 0]]);
    expect(categories({ coverage })).toEqual([['bnguard/history/', 0]]);
    expect(categories({ coverage, findings: [past, finding()] })).toEqual([
      ['bnguard/', 1],
      ['bnguard/history/', 1],
    ]);
  });

  test('suppressed findings are left out: it would open them as alerts', () => {
    const suppressed = [{ ...finding(), suppression: { by: 'baseline' } }] as const;
    expect(sarifOf({ suppressed }).runs[0]!.results).toEqual([]);
  });

  test('paths are relative, encoded addresses, whatever the file is called', () => {
    const uris = sarifOf({ findings: [past, ...hostile] }).runs.flatMap((run) =>
      run.results!.map((result) => result.locations![0]!.physicalLocation!.artifactLocation!.uri),
    );
    expect(uris).toEqual([
      'a%0Ab%1B%5B2J.ts',
      '%E2%80%AEgpj.ts',
      '%3Cscript%3Ealert%281%29%3C/script%3E.ts',
      '%22quoted%22%20%27and%27%20%5Cback.ts',
      'half%EF%BF%BD.ts',
      '%5Blink%5D%280%29.ts',
      'https%3A//example.org/x.ts',
      'old%20bots/50%25/k%C3%A4se%231%3F.py',
    ]);
  });

  test('two findings of a rule in one line are two alerts; moved lines keep theirs; the history needs no line', () => {
    const lineHash = '271789c17abda88f:1';
    const hashes = (findings: readonly Finding[]): unknown[] =>
      sarifOf({ findings }).runs.flatMap((run) =>
        run.results!.map(({ partialFingerprints }) => partialFingerprints!['primaryLocationLineHash']),
      );
    const other = finding({ lineHash, fingerprint: 'b'.repeat(32), start: { line: 3, column: 120 } });
    expect(hashes([finding({ lineHash }), other])).toEqual([lineHash, `${lineHash}-bbbbbbbb`]);
    expect(hashes([past])).toEqual(['cccccccccccccccc:1']);
    expect(hashes([finding()])).toEqual([undefined]);
  });

  test('regions are one line, and end behind where they begin', () => {
    const long = finding({ start: { line: 1, column: 1 }, end: { line: 9, column: 4 } });
    const empty = finding({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } });
    const regions = sarifOf({ findings: [finding(), long, empty] }).runs[0]!.results!.map(
      ({ locations }) => locations![0]!.physicalLocation!.region,
    );
    expect(regions).toEqual([
      { startLine: 3, startColumn: 35, endLine: 3, endColumn: 99 },
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
      { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    ]);
  });

  test('a pair leads to its other half, and names in messages make no links', () => {
    const key = finding({ rule: 'api-key', fingerprint: 'b'.repeat(32), pair: finding().fingerprint, masked: 'FkYV…' });
    const secret = finding({ pair: key.fingerprint, message: 'said in [x](1)' });
    const { results } = sarifOf({ findings: [key, secret] }).runs[0]!;
    expect(results![1]!.message.text).toMatch(
      /^said in \\\[x\\\]\(1\)\. It forms a pair with the \[api-key FkYV…\]\(0\)\./,
    );
    expect(results![1]!.relatedLocations).toMatchObject([{ id: 0, physicalLocation: { region: { startLine: 3 } } }]);
  });

  test('more than it takes is cut, the worst first, and said', () => {
    const findings = Array.from({ length: 25_010 }, (_, i) =>
      finding({ severity: i < 20 ? 'low' : 'high', start: { line: i + 1, column: 1 } }),
    );
    const [run] = sarifOf({ findings }).runs;
    expect(run!.results).toHaveLength(25_000);
    expect(run!.results!.filter(({ level }) => level === 'note')).toHaveLength(10);
    expect(run!.invocations![0]!.toolExecutionNotifications![0]!.message.text).toMatch(/^10 findings left out/);
  });

  test('every rule has what it requires', () => {
    for (const rule of sarifOf({}).runs[0]!.tool.driver.rules!) {
      expect(rule.shortDescription?.text).toBeTruthy();
      expect(rule.fullDescription?.text).toBeTruthy();
      expect(rule.help?.markdown).toBeTruthy();
      expect(Number(rule.properties!['security-severity'])).toBeGreaterThan(0);
      expect(rule.properties!.tags!.length).toBeLessThanOrEqual(20);
    }
  });
});
