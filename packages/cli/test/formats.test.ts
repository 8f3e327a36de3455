// The formats for machines: each read back by its own rules, with hostile names, cut where its platform cuts.
import * as fc from 'fast-check';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { rules, type Finding } from '@bnguard/engine';
import { csvReport } from '../src/reports/csv.ts';
import { githubReport } from '../src/reports/github.ts';
import { gitlabReport } from '../src/reports/gitlab.ts';
import { jsonReport, jsonText } from '../src/reports/json.ts';
import { jsonlReport } from '../src/reports/jsonl.ts';
import { junitReport } from '../src/reports/junit.ts';
import { commentLimit, markdownReport } from '../src/reports/markdown.ts';
import { htmlReport } from '../src/reports/html/html.ts';
import { sarifReport } from '../src/reports/sarif.ts';
import { textReport } from '../src/reports/text.ts';
import type { Report } from '../src/types.ts';
import { finding, folderWith, report, runIn } from './fake-terminal.ts';

const joined = (pieces: Iterable<string>): string => [...pieces].join('');
const hostile = [
  'a\nb',
  '\x1b[2J',
  '<script>',
  `"q" 'q'`,
  '\u202egpj',
  'half\ud800',
  '=cmd()',
  'a,b:c%d',
  '`|`',
  '@all #1',
  ']]>',
  '&amp;',
  '::stop-commands::x',
  ' ::error::x',
  '##[add-path]/tmp',
  '##vso[task.setvariable variable=a]b',
  'www.example.org/a',
  'https://example.org/a b',
  'mailto:a@example.org',
];
const findings = hostile.map((path, i): Finding =>
  finding({ path, message: `said of ${path}`, repository: path, fingerprint: i.toString(16).repeat(32) }),
);
const gap = { path: 'locked\n.py', why: 'unreadable', detail: 'EACCES' } as const;
const aside = { ...finding(), suppression: { by: 'baseline', reason: 'old', at: 'b.json:3' } } as const;
const all = report({
  findings,
  suppressed: [aside],
  complete: false,
  skipped: [gap, { path: 'a.png', why: 'binary' }],
});
/** What a terminal or a reader would obey. */
const obeyed = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u;

describe('jsonl', () => {
  test('a line for each thing, what the scan was first', () => {
    const lines = joined(jsonlReport(all))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; path?: string });
    expect(lines.map(({ type }) => type)).toEqual([
      'report',
      ...findings.map(() => 'finding'),
      'suppressed',
      'skipped',
      'skipped',
    ]);
    expect(lines[0]).toMatchObject({
      complete: false,
      counts: { findings: findings.length, suppressed: 1, skipped: 2 },
    });
    expect(lines.slice(1, -3).map(({ path }) => path)).toEqual(hostile);
  });
});

test('json in pieces is the JSON of the whole', () => {
  const [, ...pieces] = [...jsonReport(all)];
  expect(pieces.length).toBeGreaterThan(findings.length);
  expect(JSON.parse(jsonText(all))).toEqual(all);
  expect(jsonText(report())).toBe(`${JSON.stringify(report(), null, 2)}\n`);
});

describe('csv', () => {
  /** As RFC 4180 has it. */
  const parse = (text: string): string[][] =>
    text
      .split('\r\n')
      .slice(0, -1)
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
          ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
        ),
      );

  test('reads back as rows of equal length, and says what is missing', () => {
    const [head, ...rows] = parse(joined(csvReport(all)));
    for (const row of rows) expect(row).toHaveLength(head!.length);
    expect(rows.map(([kind]) => kind)).toEqual([...findings.map(() => 'finding'), 'suppressed', 'incomplete']);
    expect(rows[0]![head!.indexOf('path')]).toBe('a\\nb');
  });

  test('no cell is a formula, whatever the name', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t=', '\r=', ' =', '＝', '％', '|', '%', '"=', "'=", 'a');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (first, rest) => {
        const path = first + rest;
        const text = joined(csvReport(report({ findings: [finding({ path, message: path })] })));
        for (const row of parse(text).slice(1))
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠|%]/u);
      }),
    );
  });
});

describe('junit', () => {
  test('findings fail, what was set aside is skipped, gaps are errors, and nothing is not nothing', () => {
    const xml = joined(junitReport(all));
    expect(xml).toContain(`tests="${findings.length + 2}" failures="${findings.length}" errors="1" skipped="1"`);
    expect(xml).toContain('classname="locked\\n.py" name="could be read"');
    expect(joined(junitReport(report()))).toContain('<testcase classname="bnguard" name="no findings" time="0"/>');
    expect(joined(junitReport(report({ complete: false })))).toContain('errors="1"');
  });

  test('is XML, whatever the names: every mark is of ours or escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const xml = joined(junitReport(report({ findings: [finding({ path: name, message: name, masked: '' })] })));
        expect(xml).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
        const rest = xml.replace(/<\?xml[^<>]*\?>|<\/?(?:testsuites?|testcase|failure)(?: [a-z]+="[^"<]*")*\/?>/g, '');
        expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
      }),
    );
  });
});

describe('github', () => {
  test('names are escaped as the runner takes them back', () => {
    const line = joined(githubReport(report({ findings: [finding({ path: 'src/a,b:c%.ts' })] })));
    expect(line).toMatch(
      /^::error file=src\/a%2Cb%3Ac%25\.ts,line=3,col=35,endColumn=99,title=bnguard%3A secret-key Nhqp…::Binance secret key/,
    );
    expect(line.split('\n')).toHaveLength(2);
    expect(line).toContain('%0ADelete the key now: ');
  });

  test('ten of a kind at most, the worst first, then how many more', () => {
    const many = (n: number, facts: Partial<Finding>): Finding[] =>
      Array.from({ length: n }, (_, i) => finding({ start: { line: i + 1, column: 1 }, ...facts }));
    const lines = (facts: Partial<Report>): string[] =>
      joined(githubReport(report(facts)))
        .trimEnd()
        .split('\n');
    const text = lines({
      findings: [...many(25, { severity: 'high' }), ...many(3, {}), ...many(12, { severity: 'medium' })],
    });
    expect(text.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(text.slice(0, 3).every((line) => line.includes('(critical, '))).toBe(true);
    expect(text[9]).toContain('::19 more findings of this kind');
    expect(text.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines({ findings: many(10, {}) })).toHaveLength(10);
    const incomplete = lines({ findings: many(10, {}), complete: false });
    expect([incomplete.length, incomplete.at(-1)]).toEqual([10, expect.stringContaining('the scan is incomplete')]);
  });

  test('what HEAD does not have is no place to annotate', () => {
    const past = finding({ path: 'old.py', origin: { kind: 'history', blob: 'd'.repeat(40), atHead: false } });
    expect(joined(githubReport(report({ findings: [past] })))).toMatch(/^::error title=[^:]*::old\.py:3: /);
  });
});

describe('gitlab', () => {
  /** What GitLab's schema 15.2.1 of secret detection asks of what we write, in our words; it is on no package registry. */
  const text = (maxLength?: number): object => ({ type: 'string', minLength: 1, ...(maxLength && { maxLength }) });
  const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
  const object = (required: string[], properties: object): object => ({ type: 'object', required, properties });
  const program = object(['id', 'name', 'version', 'vendor'], {
    id: text(),
    name: text(),
    version: text(),
    vendor: object(['name'], { name: text() }),
  });
  const schema = object(['version', 'scan', 'vulnerabilities'], {
    version: { const: '15.2.1' },
    scan: object(['analyzer', 'scanner', 'type', 'start_time', 'end_time', 'status'], {
      ...{ analyzer: program, scanner: program, start_time: time, end_time: time },
      type: { const: 'secret_detection' },
      status: { enum: ['success', 'failure'] },
      messages: {
        type: 'array',
        items: object(['level', 'value'], { level: { enum: ['info', 'warn', 'fatal'] }, value: text() }),
      },
    }),
    vulnerabilities: {
      type: 'array',
      items: object(['id', 'identifiers', 'location'], {
        id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
        ...{ name: text(255), description: text(1_048_576), solution: { type: 'string', maxLength: 7000 } },
        severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
        identifiers: {
          type: 'array',
          minItems: 1,
          items: object(['type', 'name', 'value'], {
            type: text(),
            name: text(),
            value: text(),
            url: { type: 'string', pattern: '^(https?|ftp)://.+' },
          }),
        },
        location: object(['commit', 'file'], {
          file: text(),
          start_line: { type: 'integer' },
          end_line: { type: 'integer' },
          commit: object(['sha'], { sha: text() }),
        }),
      }),
    },
  });
  const holds = new Ajv().compile(schema);

  test('keeps to the schema; ids are stable; an incomplete scan is a failure', () => {
    const data = JSON.parse(joined(gitlabReport(all, rules))) as {
      vulnerabilities: { id: string }[];
      scan: { status: string };
    };
    expect([holds(data), holds.errors]).toEqual([true, null]);
    expect(new Set(data.vulnerabilities.map(({ id }) => id)).size).toBe(findings.length);
    expect(data.scan.status).toBe('failure');
    expect(joined(gitlabReport(all, rules))).toBe(joined(gitlabReport(all, rules)));
    const clean = JSON.parse(joined(gitlabReport(report(), rules))) as { scan: { status: string } };
    expect([holds(clean), clean.scan.status]).toEqual([true, 'success']);
  });
});

describe('markdown', () => {
  test('strangers’ names stand in code or are escaped: no HTML, no mention, no broken table', () => {
    const text = markdownReport(all, rules);
    for (const row of text.split('\n').filter((line) => line.startsWith('| 🟥'))) {
      const bare = row.replace(/(`+)(?:(?!\1).)*\1/g, '');
      expect(bare.match(/(?<!\\)\|/g)).toHaveLength(5);
      expect(bare).not.toMatch(/(?<!\\)<script|@all|#1/);
      // What GitHub makes a link of by itself.
      expect(bare).not.toMatch(/www\.|(?<!\\):\/\/|mailto:|a@example/);
    }
    expect(text).toContain('**Incomplete:**');
    expect(text).toContain('<summary>The way out: ');
  });

  test('of addresses only ours are links', () => {
    const other = finding({ path: 'https://example.org/x', message: 'said of www.example.org' });
    const text = markdownReport(report({ findings: [other] }), rules);
    expect(text).toContain('https://www.binance.com/en/my/settings/api-management');
    expect(text).toContain('It stands at https\\://example.org/x');
    expect(text).toContain('said of www\\.example.org');
  });

  test('never longer than it may be, and says what was cut', () => {
    for (const n of [1, 30, 300, 3000]) {
      const many = Array.from({ length: n }, (_, i) =>
        finding({ path: `src/${'x'.repeat(i % 200)}.ts`, fingerprint: i.toString(16).padStart(32, '0') }),
      );
      for (const limit of [2000, commentLimit, 1_048_576]) {
        const text = markdownReport(report({ findings: many }), rules, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        if (n >= 300) expect(text).toMatch(/_Cut, because .*leaks/);
      }
    }
  });
});

test('no format hands on what a terminal would obey', () => {
  const options = { color: false, width: 80, verbose: true, rules };
  for (const text of [
    csvReport(all),
    junitReport(all),
    githubReport(all),
    gitlabReport(all, rules),
    jsonlReport(all),
    textReport(all, options),
  ]) {
    expect(joined(text)).not.toMatch(obeyed);
  }
  expect(markdownReport(all, rules)).not.toMatch(obeyed);
});

test('no format writes what the log of a CI system would obey, but the one that means to', () => {
  const options = { color: false, width: 80, verbose: true, rules };
  const past = finding({ path: '::stop-commands::y', fingerprint: 'f'.repeat(32) });
  const facts = { ...all, findings: [...all.findings, past] };
  for (const [i, text] of [
    ...[csvReport(facts), junitReport(facts), gitlabReport(facts, rules), jsonlReport(facts), jsonReport(facts)],
    ...[textReport(facts, options), textReport(facts, { ...options, width: 24 }), sarifReport(facts, rules)],
    ...[htmlReport(facts, rules), markdownReport(facts, rules)],
  ].entries()) {
    expect([i, /##(?:vso)?\[/.test(joined(text))]).toEqual([i, false]);
    expect([i, /^\s*::[a-z-]+.*::/m.test(joined(text))]).toEqual([i, false]);
  }
  expect(joined(githubReport(facts))).not.toMatch(/##(?:vso)?\[|^::(?!error|warning|notice)/m);
});

test('one output that cannot be written: it is said, the exit code is 2, and the others are there', async () => {
  const folder = folderWith({ 'a.txt': '' });
  mkdirSync(join(folder, 'folder'));
  const formats = ['json', 'jsonl', 'sarif', 'html', 'markdown', 'github', 'gitlab', 'junit', 'csv'];
  const outputs = formats.flatMap((format) => ['--format', format, '--output', `report.${format}`]);
  const { code, stderr } = await runIn(
    folder,
    ['scan', '--format', 'sarif', '--output', 'folder', ...outputs, '--format', 'csv', '--output', 'no/such/file'],
    [finding()],
  );
  expect(code).toBe(2);
  expect(stderr).toContain('bnguard: folder cannot be written (EISDIR): it is a folder, name a file in it.');
  expect(stderr).toContain('no/such/file cannot be written (ENOENT): its folder does not exist');
  for (const format of formats) {
    expect(existsSync(join(folder, `report.${format}`)), format).toBe(true);
    expect(readFileSync(join(folder, `report.${format}`), 'utf8')).toContain('secret-key');
  }
});

test('a hundred thousand findings go through, piece by piece', () => {
  const one = finding({ pair: 'b'.repeat(32) });
  const half = finding({ rule: 'api-key', fingerprint: 'b'.repeat(32), pair: one.fingerprint });
  const many = report({ findings: Array.from({ length: 100_000 }, (_, i) => (i % 2 ? one : half)) });
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  for (const [name, pieces] of Object.entries({
    jsonl: jsonlReport(many),
    csv: csvReport(many),
    json: jsonReport(many),
    sarif: sarifReport(many, rules),
  })) {
    let length = 0;
    let count = 0;
    for (const piece of pieces) {
      length += piece.length;
      count += 1;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    // GitHub takes 25,000 results.
    expect([name, count > (name === 'sarif' ? 25_000 : 100_000), length > 10_000_000]).toEqual([name, true, true]);
  }
  expect(most).toBeLessThan(400 * 1_048_576);
}, 120_000);
