// Accuracy on fixtures/settings: each repository is made with git and scanned as a user would, and every finding must
// stand exactly where a label does. `npm run scoreboard:settings` shows the open half with what is wrong (`-- --only=NAME`,
// `--rule=ID`), `-- --frozen` only the figures of the frozen half.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The rules that the set labels; others, such as those of credentials, are not scored on it. */
const scored = new Set(
  (
    'env-not-ignored env-tracked withdrawals-enabled transfers-enabled broad-permissions ip-unrestricted ' +
    'ip-list-invalid weak-key-type fund-moving-call unsafe-key-creation insecure-transport foreign-endpoint ' +
    'client-exposed secret-logged recv-window unsafe-package key-age key-reused'
  ).split(' '),
);

/** One .txtar file: header, labels, files. */
function readRepository(file, { expand, locate }) {
  const [header, ...rest] = readFileSync(file, 'utf8').split(/^-- (.+) --\n/m);
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(header)?.[1]?.trim();
  const labels = [...header.matchAll(/^file-danger (\S+) (\S+)/gm)].map(([, rule, path]) => ({ rule, path }));
  const files = [];
  for (let i = 0; i < rest.length; i += 2) {
    const { text, placements } = expand(rest[i + 1]);
    const locator = locate({ text });
    for (const { kind, label, span } of placements) {
      if (kind !== 'marked') continue;
      const { start } = locator.places(span);
      for (const rule of label.split(',')) labels.push({ rule, path: rest[i], start });
    }
    files.push({ path: rest[i], text });
  }
  return {
    ...{ file, labels, files, asOf: field('as-of'), name: field('repo-name'), isGit: field('no-git') !== 'true' },
    untracked: (field('untracked') ?? '').split(/,\s*/).filter(Boolean),
    clean: [...header.matchAll(/^clean (.+)$/gm)].length,
  };
}

/** The files on disk, in a repository whose index has those that are tracked. */
function make({ files, untracked, isGit, name }, work) {
  const dir = join(mkdtempSync(join(work, 'r-')), name ?? 'bot');
  mkdirSync(dir);
  const git = (...args) => execFileSync('git', ['-C', dir, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  if (isGit) git('init', '-q');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  const tracked = files.map(({ path }) => path).filter((path) => !untracked.includes(path));
  if (isGit && tracked.length > 0) git('add', '--force', '--', ...tracked);
  return dir;
}

/** @param engine and scan: of a build or from source */
export async function scoreSettings(half, { engine, scan }, only = '') {
  const folder = join(root, 'fixtures/settings', half);
  const work = mkdtempSync(join(tmpdir(), 'bnguard-settings-'));
  const results = [];
  try {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.txtar') && one.includes(only))) {
      const repository = readRepository(join(folder, name), engine);
      const dir = make(repository, work);
      const { findings } = await scan({
        ...{ cwd: dir, source: { kind: 'disk' }, paths: [], includeIgnored: false, jobs: 1, noIgnores: false },
        ...{ asOf: `${repository.asOf ?? '2026-11-28'}T00:00:00Z`, configFor: async () => [] },
      });
      results.push(judge(repository, findings));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return results;
}

function judge(repository, findings) {
  const open = findings.filter(({ rule }) => scored.has(rule));
  const hits = repository.labels.map((label) => {
    const at = open.findIndex(
      ({ rule, path, start, confidence }) =>
        confidence !== 'possible' &&
        rule === label.rule &&
        path === label.path &&
        (!label.start || (start.line === label.start.line && start.column === label.start.column)),
    );
    return { label, finding: at < 0 ? undefined : open.splice(at, 1)[0] };
  });
  return { repository, hits, alarms: open.filter(({ confidence }) => confidence !== 'possible') };
}

/** What recall and precision are made of. */
export function tallySettings(results, isAsked = () => true) {
  const labels = results.flatMap(({ hits }) => hits).filter(({ label }) => isAsked(label.rule));
  return {
    labels: labels.length,
    found: labels.filter(({ finding }) => finding).length,
    alarms: results.flatMap(({ alarms }) => alarms).filter(({ rule }) => isAsked(rule)).length,
  };
}

function line(title, { labels, found, alarms }) {
  const percent = (part, all) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`).padStart(9);
  return [title.padEnd(22), String(labels).padStart(6), percent(found, labels), percent(found, found + alarms)].join(
    ' ',
  );
}

function print(half, results, onlyRule) {
  const clean = results.reduce((sum, { repository }) => sum + repository.clean, 0);
  console.log(`The ${half} half: ${results.length} repositories, ${clean} harmless things\n`);
  console.log([''.padEnd(22), 'labels', 'recall'.padStart(9), 'precision'].join(' '));
  console.log(line('all', tallySettings(results)));
  for (const rule of scored)
    console.log(
      line(
        rule,
        tallySettings(results, (one) => one === rule),
      ),
    );
  if (half === 'frozen') return;
  const isAsked = (rule) => onlyRule === undefined || rule === onlyRule;
  for (const { repository, hits, alarms } of results) {
    const place = (path, start) =>
      `${repository.file.slice(root.length + 10)} ${path}${start ? `:${start.line}:${start.column}` : ''}`;
    for (const { label, finding } of hits)
      if (!finding && isAsked(label.rule)) console.log(`miss   ${place(label.path, label.start)} ${label.rule}`);
    for (const { rule, path, start, message, confidence } of alarms)
      if (isAsked(rule)) console.log(`alarm  ${place(path, start)} ${rule} (${confidence}) ${message}`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name) => argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const half = argv.includes('--frozen') ? 'frozen' : 'open';
  const build = {
    engine: await import('../packages/engine/dist/index.js'),
    scan: (await import('../packages/cli/dist/scan.js')).scan,
  };
  print(half, await scoreSettings(half, build, option('only')), option('rule'));
}
