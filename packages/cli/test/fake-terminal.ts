/** A terminal and a scan for tests of the command line: everything is real but what would be found. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Finding, SuppressedFinding } from '@bnguard/engine';
import { run, type Io } from '../src/main.ts';
import type { scan } from '../src/scan.ts';
import type { Report, ScanSettings } from '../src/types.ts';

/** A folder with these files; tests leave it to the system's tidying. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bnguard-cli-')));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line whose scan finds `findings`, or does what a given scanner does. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  found: readonly Finding[] | typeof scan = [],
  io: Partial<Io> = {},
): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const code = await run(
    argv,
    {
      stdin: Readable.from([]),
      stdout: { write: (text) => void (written.stdout += text) },
      stderr: { write: (text) => void (written.stderr += text) },
      cwd,
      env: {},
      isTTY: { stdout: false, stderr: false },
      columns: 80,
      ...io,
    },
    typeof found === 'function' ? found : scanThatFinds(found),
  );
  return { code, ...written };
}

/** A scan of one root, `cwd`, that treats suppressions as the engine does. */
export function scanThatFinds(all: readonly Finding[], more: Partial<Report> = {}): typeof scan {
  return async (settings: ScanSettings): Promise<Report> => {
    const entries = settings.noIgnores ? [] : await settings.configFor(settings.cwd);
    const findings: Finding[] = [];
    const suppressed: SuppressedFinding[] = [];
    const used = new Set<object>();
    for (const one of all) {
      const entry = entries.find((candidate) => candidate.covers(one));
      if (!entry) findings.push(one);
      else {
        used.add(entry);
        const { by, at, reason } = entry;
        suppressed.push({ ...one, suppression: { by, at, ...(reason !== undefined && { reason }) } });
      }
    }
    for (const { place, at } of entries.filter((entry) => !used.has(entry) && entry.mayBeUnused !== true)) {
      findings.push(
        finding({ ...place, rule: 'unused-ignore', severity: 'info', masked: '', message: `${at} matches nothing` }),
      );
    }
    return report({ asOf: settings.asOf, findings, suppressed, ...more });
  };
}

export function finding(facts: Partial<Finding> = {}): Finding {
  return {
    rule: 'secret-key',
    role: 'secret',
    severity: 'critical',
    confidence: 'certain',
    message: 'Binance secret key passed as argument 2 of new Spot(…)',
    masked: 'Nhqp…',
    fingerprint: '0123456789abcdef0123456789abcdef',
    environment: 'live',
    path: 'src/bot.ts',
    start: { line: 3, column: 35 },
    end: { line: 3, column: 99 },
    origin: { kind: 'file' },
    evidence: [{ signal: 'sdk-argument', bits: 9, says: 'argument 2 of Spot from @binance/connector' }],
    ...facts,
  };
}

export function report(facts: Partial<Report> = {}): Report {
  return {
    schema: 1,
    tool: { name: 'bnguard', version: '0.1.0' },
    asOf: '2026-11-22T12:00:00Z',
    complete: true,
    findings: [],
    suppressed: [],
    skipped: [],
    coverage: { documents: 1, bytes: 120, ignored: 0, dependencyFolders: 0, repositories: 1 },
    ...facts,
  };
}
