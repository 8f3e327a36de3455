// This repository keeps its own promise: no credential in it, and nothing that only looks like one.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Report } from '../src/types.ts';
import { run } from '../src/main.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What git tracks or would track. */
function files(): string[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const names = list.toString().split('\0').filter(Boolean);
  return names.filter((name) => existsSync(root + name) && statSync(root + name).isFile());
}

async function scanned(...flags: readonly string[]): Promise<{ code: number; report: Report; found: string[] }> {
  let stdout = '';
  const code = await run(['scan', root, '--format', 'json', ...flags], {
    stdin: (async function* () {})(),
    stdout: { write: (text) => void (stdout += text) },
    stderr: { write: () => {} },
    cwd: root,
    env: {},
    isTTY: { stdout: false, stderr: false },
  });
  const report = JSON.parse(stdout) as Report;
  const found = report.findings.map(({ rule, path, start }) => `${rule} ${path}:${start.line}:${start.column}`);
  return { code, report, found };
}

/** Rules about values, of which no example may stand here in full. */
const ofCredentials =
  /^(?:secret-key|api-key|private-key|key-passphrase|signed-request|listen-key|documented-example|env-tracked|unsafe-package) /;

test('bnguard finds no credential here, whatever is excused', async () => {
  const { report, found } = await scanned('--min-confidence', 'possible', '--no-ignores');
  expect(found.filter((one) => ofCredentials.test(one))).toEqual([]);
  expect(report.coverage.documents).toBeGreaterThan(50);
});

test('and nothing dangerous but the examples that its configuration names', async () => {
  const { code, found } = await scanned('--min-severity', 'low');
  expect(found).toEqual([]);
  expect(code).toBe(0);
});

test('no key-shaped string is committed, not even a made-up one', () => {
  const key =
    /(?<![A-Za-z0-9+/_-])(?=[a-z0-9]*[A-Z])(?=[A-Z0-9]*[a-z])(?=[A-Za-z]*\d)[A-Za-z0-9]{64}(?![A-Za-z0-9+/=_-])/;
  const pem = /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\n)+[A-Za-z0-9+/]{20}/;
  const der = /MC4CAQAwBQYDK2VwBCIEI[A-Za-z0-9+/]{43}|MIIE[A-Za-z0-9+/]{300}/;
  const shaped = files().filter((name) => {
    const text = readFileSync(root + name, 'utf8');
    return key.test(text) || pem.test(text) || der.test(text);
  });
  expect(shaped).toEqual([]);
});
