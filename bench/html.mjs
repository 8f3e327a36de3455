// The HTML report with many findings: first paint and the slowest of five searches, of 100 findings and of 10,000, in
// Chromium. Interleaved, medians. What counts is the ratio.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, counts: { type: 'string', default: '100,10000' } },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { chromium } = createRequire(join(root, 'packages/cli/package.json'))('playwright-core');
const browserAt = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!browserAt) throw new Error('This needs Chromium: apt-get install chromium, or name one in CHROMIUM.');

/** A report of findings in the history; none holds a value. */
function reportOf(count) {
  const hex = (n, length) => (n * 2654435761).toString(16).padStart(8, '0').repeat(8).slice(-length);
  const findings = Array.from({ length: count }, (_, i) => ({
    rule: i % 2 ? 'secret-key' : 'api-key',
    role: i % 2 ? 'secret' : 'api-key',
    severity: i % 9 ? 'critical' : 'low',
    confidence: 'certain',
    message: `Binance ${i % 2 ? 'secret key' : 'API key'} passed as argument ${1 + (i % 2)} of new Spot(…)`,
    masked: `${hex(i, 4)}…`,
    fingerprint: hex(i + 1, 32),
    environment: i % 9 ? 'live' : 'testnet',
    pair: hex(i % 2 ? i : i + 2, 32),
    repository: 'github.com/example/grid-bot',
    path: `src/${i % 97}/bot-${i}.ts`,
    start: { line: 3 + (i % 90), column: 20 },
    end: { line: 3 + (i % 90), column: 84 },
    origin: {
      ...{
        kind: 'history',
        blob: hex(i + 3, 40),
        atHead: i % 3 === 0,
        exposedDays: i % 300,
        pushed: true,
        reachable: true,
      },
      firstCommit: { id: hex(i + 5, 40), date: `2026-0${1 + (i % 9)}-05T10:00:00Z` },
      ...{ refs: ['refs/heads/main'], refCount: 1, places: [], placeCount: 0 },
    },
    evidence: [{ signal: 'sdk-argument', bits: 9, says: 'argument 2 of Spot from @binance/connector' }],
  }));
  const coverage = {
    ...{ documents: 900, bytes: 1e6, ignored: 0, dependencyFolders: 0, repositories: 1 },
    ...{ objects: 1000, blobs: 900, refs: 1 },
  };
  const tool = { name: 'bnguard', version: '0.0.0' };
  return {
    schema: 1,
    tool,
    asOf: '2026-11-22T12:00:00Z',
    complete: true,
    findings,
    suppressed: [],
    skipped: [],
    coverage,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'bnguard-html-'));
const counts = options.counts.split(',').map(Number);
const pages = counts.map((count) => {
  const [json, html] = [join(folder, `${count}.json`), join(folder, `${count}.html`)];
  writeFileSync(json, JSON.stringify(reportOf(count)));
  const flags = ['merge', json, '--format', 'html', '--output', html, '--fail-on', 'never'];
  execFileSync(process.execPath, [join(root, 'packages/cli/dist/bin.cjs'), ...flags], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return pathToFileURL(html).href;
});
const browser = await chromium.launch({ executablePath: browserAt, args: ['--no-sandbox', '--disable-gpu'] });

async function measure(address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  const times = await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    const search = document.querySelector('#search');
    const searches = [];
    for (const words of ['live secret', 'env', 'bot.ts', 'no such thing', '']) {
      const began = performance.now();
      search.value = words;
      search.dispatchEvent(new Event('input'));
      await frame();
      searches.push(performance.now() - began);
    }
    const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
    return { 'first paint': paint, 'slowest search': Math.max(...searches) };
  });
  await context.close();
  return times;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const runs = pages.map(() => []);
for (let i = 0; i < Number(options.runs); i += 1) {
  for (const [at, page] of pages.entries()) runs[at].push(await measure(page));
}
await browser.close();
rmSync(folder, { recursive: true });
const rows = Object.keys(runs[0][0]).map((name) => [name, ...runs.map((of) => median(of.map((run) => run[name])))]);
console.log(`| | ${counts.map((count) => `${count} findings`).join(' | ')} | ratio |`);
console.log(`|---|${counts.map(() => '---|').join('')}---|`);
for (const [name, ...times] of rows) {
  console.log(
    `| ${name} | ${times.map((ms) => `${ms.toFixed(0)} ms`).join(' | ')} | ${(times.at(-1) / times[0]).toFixed(2)} |`,
  );
}
