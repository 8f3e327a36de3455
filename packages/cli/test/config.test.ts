// Configuration in its three formats: what it does to a scan, and what each mistake in it says.
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finding, folderWith, runIn, type Ran } from './fake-terminal.ts';

const other = finding({ rule: 'api-key', path: 'docs/.env', fingerprint: 'f'.repeat(32), severity: 'medium' });

async function withConfig(name: string, text: string, argv: string[] = [], cwd = folderWith()): Promise<Ran> {
  writeFileSync(join(cwd, name), text);
  return runIn(cwd, ['scan', '--format', 'json', '--as-of', '2026-11-22', ...argv], [finding(), other]);
}

const rulesLeft = ({ stdout }: Ran): string[] =>
  (JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);

describe('an ignore entry', () => {
  const entry = (more: object): string => JSON.stringify({ ignore: [{ reason: 'a test account', ...more }] });

  test.each([
    [{ paths: ['src/**'] }, ['api-key']],
    [{ paths: ['src/'] }, ['api-key']],
    [{ paths: ['src/*.ts', 'docs/*'] }, []],
    [{ paths: ['**/.env'] }, ['secret-key']],
    [{ paths: ['**'] }, []],
    [{ paths: ['**'], rules: ['api-key'] }, ['secret-key']],
    [{ rules: ['secret-key'] }, ['api-key']],
    [{ fingerprint: 'f'.repeat(32) }, ['secret-key']],
    [{ fingerprint: 'f'.repeat(32), rules: ['secret-key'] }, ['secret-key', 'api-key', 'unused-ignore']],
    [{ paths: ['**'], expires: '2026-11-22' }, []],
    [{ paths: ['**'], expires: '2026-11-21' }, ['secret-key', 'api-key', 'unused-ignore']],
    [{ paths: ['**/s*c/**/*o*.ts', '+(d|e)ocs/**'] }, []],
    [{ paths: ['src'] }, ['secret-key', 'api-key', 'unused-ignore']],
  ])('%j leaves %j', async (more, left) => {
    expect(rulesLeft(await withConfig('bnguard.config.json', entry(more)))).toEqual(left);
  });

  test('tells the report where it stands and why', async () => {
    const { stdout } = await withConfig('bnguard.config.json', entry({ paths: ['**'] }));
    const { suppressed } = JSON.parse(stdout) as { suppressed: { suppression: object }[] };
    expect(suppressed[0]?.suppression).toEqual({ by: 'config', reason: 'a test account', at: 'bnguard.config.json:1' });
  });

  test('that has expired is named', async () => {
    const { stderr } = await withConfig('bnguard.config.json', entry({ paths: ['**'], expires: '2020-01-01' }));
    expect(stderr).toBe('bnguard: bnguard.config.json:1 (expired on 2020-01-01): it no longer sets anything aside.\n');
  });

  test('whose pattern would take for ever ends the scan with a mistake', async () => {
    const cwd = folderWith({ 'bnguard.config.json': entry({ paths: [`${'a*'.repeat(15)}b`] }) });
    const { code, stderr } = await runIn(cwd, ['scan'], [finding({ path: 'a'.repeat(60) })]);
    expect(code).toBe(2);
    expect(stderr).toContain('ignore[0].paths[0]: the pattern takes too long to match; use fewer wildcards.');
  });

  test('counts for nothing with --no-ignores and --no-config', async () => {
    for (const flag of ['--no-ignores', '--no-config']) {
      expect(rulesLeft(await withConfig('bnguard.config.json', entry({ paths: ['**'] }), [flag]))).toHaveLength(2);
    }
  });

  test('is no unused one where only a part of the repository is scanned', async () => {
    const cwd = folderWith({ 'src/a.ts': '', 'bnguard.config.json': entry({ paths: ['nothing/**'] }) });
    mkdirSync(join(cwd, '.git/objects'), { recursive: true });
    mkdirSync(join(cwd, '.git/refs'));
    writeFileSync(join(cwd, '.git/HEAD'), 'ref: refs/heads/main\n');
    const rules = async (...paths: string[]): Promise<string[]> =>
      rulesLeft(await runIn(cwd, ['scan', '--format', 'json', ...paths], []));
    expect(await rules()).toEqual(['unused-ignore']);
    expect(await rules('src')).toEqual([]);
    expect(await rules('--stdin')).toEqual([]);
  });
});

describe('the three formats say the same', () => {
  test.each([
    ['bnguard.config.json', '// why\n{ "failOn": "never", "ignore": [{ "paths": ["src/**"], "reason": "r", }] }'],
    ['bnguard.config.yaml', 'failOn: never\nignore:\n  - paths: &p [src/**]\n    reason: r\n    expires: 2030-01-01\n'],
    ['bnguard.config.toml', 'failOn = "never"\n[[ignore]]\npaths = ["src/**"]\nreason = "r"\nexpires = 2030-01-01\n'],
    ['bnguard.config.json', '\ufeff{ "failOn": "never", "ignore": [{ "paths": ["src/**"], "reason": "r" }] }'],
  ])('%s', async (name, text) => {
    const ran = await withConfig(name, text);
    expect(ran.stderr).toBe('');
    expect([ran.code, ...rulesLeft(ran)]).toEqual([0, 'api-key']);
  });

  test.each(['bnguard.config.json', 'bnguard.config.yaml', 'bnguard.config.toml'])(
    'an empty %s changes nothing',
    async (name) => {
      expect((await withConfig(name, '')).code).toBe(1);
    },
  );
});

describe('a mistake names file, line, column, key and what was expected', () => {
  const yaml = 'bnguard.config.yaml';
  const toml = 'bnguard.config.toml';
  const json = 'bnguard.config.json';
  test.each([
    [json, '{\n  "failon": "high"\n}', `${json}:2:3: failon: unknown key (did you mean failOn?).`],
    [yaml, 'minSeverity: low\nfailon: high\n', `${yaml}:2:1: failon: unknown key (did you mean failOn?)`],
    [toml, 'minSeverity = "low"\n\nfailon = "high"\n', `${toml}:3:1: failon: unknown key (did you mean failOn?)`],
    [json, '{"constructor": 1}', `${json}:1:2: constructor: unknown key; known are $schema, ignore, failOn`],
    [json, '{"__proto__": 1}', `${json}:1:2: __proto__: unknown key`],
    [
      json,
      '{"failOn": "hihg"}',
      `${json}:1:12: failOn: expected one of info, low, medium, high, critical, never (did you mean high?).`,
    ],
    [yaml, 'includeIgnored: "yes"\n', `${yaml}:1:17: includeIgnored: expected true or false.`],
    [yaml, 'maxFileSize: big\n', `${yaml}:1:14: maxFileSize: expected a size such as 512k, 10MB`],
    [yaml, 'ignore:\n  paths: [a]\n', `${yaml}:2:3: ignore: expected a list.`],
    [yaml, 'ignore:\n  - paths: [a]\n', `${yaml}:2:5: ignore[0].reason: is missing and must be given.`],
    [yaml, 'ignore:\n  - paths: a\n    reason: r\n', `${yaml}:2:12: ignore[0].paths: expected a list.`],
    [yaml, 'ignore:\n  - reason: r\n', `${yaml}:2:5: ignore[0]: expected paths, rules or a fingerprint`],
    [
      yaml,
      'ignore:\n  - paths: [a]\n    reason: " "\n',
      `${yaml}:3:13: ignore[0].reason: expected a sentence that says why, not nothing.`,
    ],
    [yaml, 'ignore:\n  - rules: [secret-kye]\n    reason: r\n', `${yaml}:2:13: ignore[0].rules[0]: expected one of`],
    [yaml, 'ignore:\n  - rules: [secret-kye]\n    reason: r\n', `(did you mean secret-key?)`],
    [
      yaml,
      'ignore:\n  - {paths: [a, "src/["], reason: r}\n',
      `${yaml}:2:17: ignore[0].paths[1]: not a picomatch pattern`,
    ],
    [
      yaml,
      'ignore:\n  - {paths: ["!src/**"], reason: r}\n',
      `${yaml}:2:14: ignore[0].paths[0]: a pattern cannot be negated`,
    ],
    [yaml, 'ignore:\n  - {paths: [/src/**], reason: r}\n', `${yaml}:2:14: ignore[0].paths[0]: a pattern is relative`],
    [
      yaml,
      'ignore:\n  - {paths: [a], reason: r, expires: 2026-02-30}\n',
      `${yaml}:2:38: ignore[0].expires: expected a day that exists.`,
    ],
    [yaml, 'ignore:\n  - {paths: [a], reason: r, expires: tomorrow}\n', `expected a day such as "2026-11-22".`],
    [
      toml,
      '[[ignore]]\nreason = "r"\npaths = ["a"]\n[[ignore]]\npaths = ["b"]\nreasn = "r"\n',
      `${toml}:6:1: ignore[1].reasn: unknown key (did you mean reason?)`,
    ],
    [toml, '[ignore]\nreason = "r"\n', `${toml}:1:1: ignore: expected a list.`],
    [json, '{"baseline": "../../etc/passwd"}', `${json}:1:14: baseline: expected a file inside the repository.`],
    [json, '{"baseline": "/etc/passwd"}', `expected a file inside the repository.`],
    [json, '{"failOn": "high" "minSeverity": "low"}', `${json}:1:19: not valid JSON (comma expected).`],
    [json, '{"failOn": "high", "failOn": "low"}', `${json}:1:20: the key failOn stands here a second time`],
    [json, '[]', `${json}:1:1: expected keys and values`],
    [json, '"text"', `${json}:1:1: expected keys and values`],
    [yaml, 'a: b: c\n', `${yaml}:1:`],
    [yaml, 'failOn: high\nfailOn: low\n', `${yaml}:2:1: the key failOn stands here a second time: keep one.`],
    [toml, 'failOn: "high"\n', `${toml}:1:7: not valid TOML (a key and its value have = between them).`],
    [toml, 'failOn = high\n', `${toml}:1:10: not valid TOML (a text needs quotes).`],
    [json, "{failOn: 'high'}", `${json}:1:2: not valid JSON (keys and texts stand in double quotes).`],
    [yaml, 'failOn: "high\n', `${yaml}:1:13: not valid YAML (a closing quote or bracket is missing).`],
    [yaml, 'failOn: high\nignore: [\n', `${yaml}:2:9: not valid YAML (the indentation is not that`],
    [yaml, 'failOn: high\n\tx: 1\n', `${yaml}:2:1: not valid YAML (a tab stands where spaces are needed).`],
    [yaml, '--- {}\n--- {}\n', `not valid YAML (multiple docs).`],
    [yaml, 'failOn: !!js/function "x"\n', `not valid YAML (tag resolve failed).`],
    [yaml, '? [a]\n: b\n', 'a key must be a plain word'],
    [toml, 'failOn = \n', `${toml}:2:1: not valid TOML`],
    [json, '['.repeat(100_000), json],
    [json, `{"ignore": ${'['.repeat(50)}${']'.repeat(50)}}`, 'nested more than 20 levels deep'],
    [
      yaml,
      `failOn: &a [${'x,'.repeat(9)}x]\n${[...'bcdefgh'].map((c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(9)}1]\n`).join('')}`,
      'more than 100000 values',
    ],
    [yaml, 'ignore: &a [*a]\n', 'nested more than 20 levels deep'],
  ])('%s: %s', async (name, text, expected) => {
    const { code, stdout, stderr } = await withConfig(name, text);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('fault');
  });

  // What a pull request brings must not hold up a check: time grows with the size, and the size is bounded.
  test.each([
    [yaml, 'different keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join(''), ':1:1: k0: unknown key'],
    [yaml, 'lines before a mistake', `${'\n'.repeat(250_000)}}`, ':250001:1: not valid YAML'],
    [yaml, 'mistakes', '}\n'.repeat(490_000), ':131073:1: YAML of more than the 256 KB that such a file may have.'],
    [json, 'empty lines', `${'\n'.repeat(1_000_000)}[]`, ':1000001:1: expected keys and values'],
    [json, 'mistakes', `{${','.repeat(1_000_000)}`, ':1:2: not valid JSON (value expected).'],
    [json, 'values', `[${'1,'.repeat(200_000)}1]`, ':1:200000: more than 100000 values'],
    [toml, 'values', `a = [${'1,'.repeat(200_000)}]`, 'more than 100000 values'],
  ])(
    '%s with very many %s ends soon',
    async (name, _, text, expected) => {
      const { code, stderr } = await withConfig(name, text);
      expect(code).toBe(2);
      expect(stderr).toContain(expected);
    },
    10_000,
  );

  test('several mistakes at once', async () => {
    const { stderr } = await withConfig(yaml, 'failOn: 1\nminSeverity: 2\nbaseline: 3\n');
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      expect.stringContaining('bnguard: bnguard.config.yaml:1:9: failOn'),
      expect.stringContaining('  bnguard.config.yaml:2:14: minSeverity'),
      expect.stringContaining('  bnguard.config.yaml:3:11: baseline'),
    ]);
  });

  test('a wrong value is not repeated', async () => {
    const { stderr } = await withConfig(json, JSON.stringify({ failOn: 'Nhqp1234abcd' }));
    expect(stderr).not.toContain('Nhqp');
  });
});

describe('files that are none', () => {
  test('two configurations', async () => {
    const cwd = folderWith({ 'bnguard.config.yaml': '' });
    const { code, stderr } = await withConfig('bnguard.config.json', '{}', [], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('bnguard.config.json and bnguard.config.yaml: keep one of them');
  });

  test('a configuration of 50 MB', async () => {
    const cwd = folderWith({ 'bnguard.config.json': '' });
    truncateSync(join(cwd, 'bnguard.config.json'), 50 * 2 ** 20);
    expect((await runIn(cwd, ['scan'])).stderr).toContain('bnguard.config.json is larger than the 1 MB');
  });

  test('a link out of the repository is not followed; --config follows what the person named', async () => {
    const outside = folderWith({ 'c.json': '{"failOn": "never"}' });
    const cwd = folderWith();
    symlinkSync(join(outside, 'c.json'), join(cwd, 'bnguard.config.json'));
    expect((await runIn(cwd, ['scan'])).stderr).toContain('is a link that leads out of the repository');
    expect((await runIn(cwd, ['scan', '--config', 'bnguard.config.json'], [finding()])).code).toBe(0);
    const dangling = folderWith();
    symlinkSync('nowhere', join(dangling, 'bnguard.config.json'));
    expect((await runIn(dangling, ['scan'])).stderr).toContain('is a link that leads nowhere');
  });

  test('a folder, a named pipe, bytes that are no text', async () => {
    const cwd = folderWith();
    mkdirSync(join(cwd, 'bnguard.config.json'));
    expect((await runIn(cwd, ['scan'])).stderr).toContain('bnguard.config.json is not a regular file');
    const piped = folderWith();
    execFileSync('mkfifo', [join(piped, 'bnguard.config.toml')]);
    expect((await runIn(piped, ['scan'])).stderr).toContain('bnguard.config.toml is not a regular file');
    const binary = folderWith();
    writeFileSync(join(binary, 'bnguard.config.yaml'), Buffer.from([0xff, 0xfe, 0x41, 0]));
    expect((await runIn(binary, ['scan'])).stderr).toContain('bnguard.config.yaml is not UTF-8 text');
  });

  test('--config with what is not there, or is code', async () => {
    expect((await runIn(folderWith(), ['scan', '--config', 'no.json'])).stderr).toContain(
      '--config no.json: there is no such file.',
    );
    expect((await runIn(folderWith(), ['scan', '--config', 'c.js'])).stderr).toContain(
      'Configuration is data, never code',
    );
  });

  test('a near name is pointed out', async () => {
    const { code, stderr } = await withConfig('bnguard.config.yml', 'failOn: never\n');
    expect(code).toBe(1);
    expect(stderr).toContain('bnguard.config.yml is not read: the name is bnguard.config.yaml');
  });
});

test('where the configurations of several folders differ, the strictest counts', async () => {
  const cwd = folderWith({ 'a/bnguard.config.json': '{"failOn": "never"}', 'b/x': '' });
  expect((await runIn(cwd, ['scan', 'a'], [finding()])).code).toBe(0);
  expect((await runIn(cwd, ['scan', 'a', 'b'], [finding()])).code).toBe(1);
});
