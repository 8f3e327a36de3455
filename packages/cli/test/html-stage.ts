/** Reports of any size that look like real ones, and a browser that shows their page. Nothing in them is a value. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { rules, type Finding } from '@bnguard/engine';
import { htmlReport } from '../src/reports/html/html.ts';
import type { Report } from '../src/types.ts';
import { report } from './fake-terminal.ts';

const hex = (n: number, length: number): string =>
  (n * 2654435761).toString(16).padStart(8, '0').repeat(8).slice(-length);
const paths = [
  'src/bot.ts',
  'config/live.json',
  '.env',
  'ops/deploy/.env.prod',
  'notebooks/backtest.ipynb',
  'legacy/trader.py',
  'docs/setup.md',
];
const letters = 'AbCdEfGhJkLmNpQrStUvWxYz23456789';
/** Four characters, as a mask has them. */
const mask = (n: number): string =>
  [1, 7, 11, 13].map((step) => letters[(n * step * 5 + step) % letters.length]).join('');
const day = (n: number): string => new Date(Date.UTC(2026, 0, 5 + n)).toISOString();

/** `count` findings: pairs in the history, settings on disk, some on the testnet. */
export function manyFindings(count: number): Finding[] {
  return Array.from({ length: count }, (_, i): Finding => {
    const pair = Math.floor(i / 2);
    const path = paths[pair % paths.length]!.replace('.', pair < 7 ? '.' : `${pair}.`);
    const at = { line: 3 + (i % 90), column: 20 };
    const common = { repository: 'github.com/example/grid-bot', path, start: at, end: { ...at, column: 84 } };
    if (i % 10 >= 8) {
      const isWithdrawal = i % 20 === 8;
      return {
        ...common,
        ...{
          rule: isWithdrawal ? 'withdrawals-enabled' : 'ip-unrestricted',
          role: 'unknown',
          masked: '',
          environment: 'live',
        },
        ...{ severity: isWithdrawal ? 'high' : 'medium', confidence: 'likely', fingerprint: hex(i + 7, 32) },
        message: isWithdrawal
          ? 'enableWithdrawals is true for the key of grid'
          : 'The key of grid may trade from any address',
        origin: { kind: 'file' },
        evidence: [{ signal: 'project', bits: 6, says: 'the project depends on @binance/connector' }],
      };
    }
    const isKey = i % 2 === 0;
    const isTest = pair % 9 === 7;
    const isPast = pair % 3 === 1;
    const first = (pair * 37) % 290;
    return {
      ...common,
      rule: isKey ? 'api-key' : 'secret-key',
      role: isKey ? 'api-key' : 'secret',
      severity: isTest ? 'low' : 'critical',
      confidence: pair % 5 === 4 ? 'likely' : 'certain',
      message: isKey
        ? 'Binance API key passed as argument 1 of new Spot(…)'
        : 'Binance secret key passed as argument 2 of new Spot(…)',
      masked: `${mask(i)}…`,
      fingerprint: hex(i + 1, 32),
      pair: hex(isKey ? i + 2 : i, 32),
      environment: isTest ? 'testnet' : 'live',
      origin: {
        kind: 'history',
        blob: hex(i + 3, 40),
        firstCommit: { id: hex(pair + 5, 40), date: day(first) },
        lastCommit: { id: hex(pair + 6, 40), date: day(Math.min(320, first + 20 + (pair % 7) * 22)) },
        atHead: !isPast,
        ...(isPast ? {} : { headPath: path }),
        exposedDays: 321 - first,
        refs: ['refs/heads/main', 'refs/remotes/origin/main'],
        ...{ refCount: 2, pushed: pair % 4 !== 3, reachable: true, places: [], placeCount: 0 },
      },
      evidence: [
        { signal: 'sdk-argument', bits: 9, says: `argument ${isKey ? 1 : 2} of Spot from @binance/connector` },
        { signal: 'shape', bits: 6, says: '64 mixed letters and digits, as Binance makes them' },
        { signal: 'live-host', bits: 2, says: 'api.binance.com stands in the same file' },
      ],
    };
  });
}

export const historyReport = (findings: readonly Finding[], more: Partial<Report> = {}): Report =>
  report({
    findings,
    coverage: { ...report().coverage, objects: 18_204, blobs: 9_120, refs: 14, bytes: 61_000_000 },
    ...more,
  });

/** The address of a page in a file of its own. */
export function pageOf(facts: Report): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bnguard-html-')), 'report.html');
  writeFileSync(file, [...htmlReport(facts, rules)].join(''));
  return pathToFileURL(file).href;
}

/** Debian's Chromium, or the one that CHROMIUM names. Where there is none this fails: nothing is skipped. */
export async function launch(): Promise<Browser> {
  const executablePath = [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
    .filter((path) => path !== undefined)
    .find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error('The tests of the HTML report need Chromium: apt-get install chromium, or name one in CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}
