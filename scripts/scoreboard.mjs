// Accuracy on fixtures/: recall, precision and role accuracy with 95 % intervals, overall and by language, carrier and
// confidence. `npm run scoreboard` shows the open half with its misses, `-- --frozen` the frozen half without them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** One .txtar file: header, labels, files. */
export function readRepository(file, expand) {
  const [header, ...rest] = readFileSync(file, 'utf8').split(/^-- (.+) --\n/m);
  const field = (name) => new RegExp(`^${name}: (.*)$`, 'm').exec(header)?.[1]?.trim();
  const labels = new Map();
  for (const [, label, role, environment] of header.matchAll(/^leak (\S+) (\S+) (\S+)/gm))
    labels.set(label, { role, environment });
  const clean = new Set([...header.matchAll(/^clean (\S+)/gm)].map(([, label]) => label));
  const files = [];
  for (let i = 0; i < rest.length; i += 2) files.push({ path: rest[i], ...expand(rest[i + 1]) });
  return {
    file,
    language: field('language'),
    carrier: field('carrier'),
    name: field('repo-name'),
    labels,
    clean,
    files,
  };
}

/** Where each labelled value stands: slices of one value in one file are one place. */
export function expectedPlaces({ labels, files }, locate) {
  const places = [];
  for (const { path, text, placements } of files) {
    const locator = locate({ text });
    const sliced = new Map();
    for (const { label, span, slice, value } of placements) {
      const expected = labels.get(label);
      if (!expected) continue;
      const isSlice = slice.end - slice.start < value.length;
      const open = sliced.get(label);
      if (isSlice && open && slice.start !== 0) open.span = { start: open.span.start, end: span.end };
      else {
        const place = { path, label, span: { ...span }, ...expected };
        if (isSlice) sliced.set(label, place);
        places.push(place);
      }
    }
    for (const place of places) if (place.path === path) Object.assign(place, locator.places(place.span));
  }
  return places;
}

/** The rules whose findings are credentials; others, such as listen keys and passphrases, are not labelled. */
const scored = new Set(['secret-key', 'api-key', 'private-key', 'documented-example']);

function score(repository, { observe, conclude, locate }) {
  const observations = repository.files.flatMap(({ path, text }) => observe({ path, text, origin: { kind: 'file' } }));
  const { findings } = conclude(observations, repository.name ? { name: repository.name } : {});
  const reported = findings.filter(({ rule }) => scored.has(rule));
  const expected = expectedPlaces(repository, locate);
  const same = (a, b) => a.path === b.path && a.start.line === b.start.line && a.start.column === b.start.column;
  const overlaps = (a, b) =>
    a.path === b.path && a.start.line <= b.end.line && b.start.line <= a.end.line && same(a, b);
  const hits = expected.map((place) => ({ place, finding: reported.find((finding) => overlaps(finding, place)) }));
  const alarms = reported.filter((finding) => !expected.some((place) => overlaps(finding, place)));
  return { repository, hits, alarms };
}

/** Wilson's interval, in percent. */
function rate(good, all) {
  if (all === 0) return '      –';
  const z = 1.96;
  const p = good / all;
  const centre = (p + (z * z) / (2 * all)) / (1 + (z * z) / all);
  const margin = (z * Math.sqrt((p * (1 - p)) / all + (z * z) / (4 * all * all))) / (1 + (z * z) / all);
  const percent = (value) => (100 * value).toFixed(1);
  return `${percent(p).padStart(5)} % [${percent(Math.max(0, centre - margin))}–${percent(Math.min(1, centre + margin))}]`;
}

const shown = ({ confidence }) => confidence !== 'possible';

/**
 * All repositories of one half, scored by an engine.
 * @param half `open` or `frozen`
 * @param engine the exports of @bnguard/engine, built or from source
 * @param only a part of the file names wanted
 */
export function scoreHalf(half, engine, only = '') {
  return ['corpus', 'lookalikes'].flatMap((kind) => {
    const folder = join(root, 'fixtures', kind, half);
    const names = readdirSync(folder).filter((name) => name.endsWith('.txtar') && name.includes(only));
    return names.map((name) => score(readRepository(join(folder, name), engine.expand), engine));
  });
}

/** Counts that the rates are made of: places expected and found, false alarms, roles told and right. */
export function tally(results) {
  const hits = results.flatMap((one) => one.hits);
  const found = hits.filter(({ finding }) => finding && shown(finding));
  const told = found.filter(({ place }) => place.role !== 'unknown');
  return {
    places: hits.length,
    found: found.length,
    alarms: results.flatMap((one) => one.alarms).filter(shown).length,
    told: told.length,
    roles: told.filter(({ place, finding }) => place.role === finding.role).length,
    environments: found.filter(({ place, finding }) => place.environment === finding.environment).length,
  };
}

function line(title, some) {
  const { places, found, alarms, told, roles, environments } = tally(some);
  const rates = [rate(found, places), rate(found, found + alarms), rate(roles, told), rate(environments, found)];
  return [title.padEnd(22), String(places).padStart(5), ...rates.map((text) => text.padStart(22))].join('  ');
}

function print(half, results, verbose) {
  const head = ['', 'places', 'recall', 'precision', 'role', 'environment'];
  console.log(
    `The ${half} half: ${results.length} repositories, ${results.reduce((sum, { repository }) => sum + repository.clean.size, 0)} look-alikes\n`,
  );
  console.log([head[0].padEnd(22), head[1].padStart(5), ...head.slice(2).map((word) => word.padStart(22))].join('  '));
  console.log(line('all', results));
  const by = (key) => {
    const groups = Map.groupBy
      ? Map.groupBy(results, key)
      : results.reduce((map, one) => map.set(key(one), [...(map.get(key(one)) ?? []), one]), new Map());
    return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  };
  if (verbose || half === 'frozen') {
    for (const [title, key] of [
      ['language', ({ repository }) => repository.language],
      ['carrier', ({ repository }) => repository.carrier],
    ]) {
      console.log(`\nby ${title}`);
      for (const [name, some] of by(key)) console.log(line(name ?? '?', some));
    }
  }
  console.log('\nby confidence: how many findings of a tier are right');
  for (const tier of ['certain', 'likely', 'possible']) {
    const right = results.flatMap(({ hits }) => hits.filter(({ finding }) => finding?.confidence === tier)).length;
    const wrong = results.flatMap(({ alarms }) => alarms.filter(({ confidence }) => confidence === tier)).length;
    console.log(`  ${tier.padEnd(10)} ${String(right + wrong).padStart(5)}  ${rate(right, right + wrong)}`);
  }
  if (half === 'open') {
    const misses = results.flatMap(({ repository, hits }) =>
      hits
        .filter(({ finding }) => !finding || !shown(finding))
        .map(
          ({ place, finding }) =>
            `miss   ${repository.file.slice(root.length + 10)} ${place.path}:${place.start.line}:${place.start.column} ${place.label} ${place.role}${finding ? ` (only ${finding.confidence})` : ''}`,
        ),
    );
    const alarms = results.flatMap(({ repository, alarms }) =>
      alarms
        .filter(shown)
        .map(
          (finding) =>
            `alarm  ${repository.file.slice(root.length + 10)} ${finding.path}:${finding.start.line}:${finding.start.column} ${finding.rule} ${finding.confidence}: ${finding.message} ${verbose ? JSON.stringify(finding.evidence.filter((e) => e.bits).map((e) => `${e.signal}${e.bits}`)) : ''}`,
        ),
    );
    const roles = results.flatMap(({ repository, hits }) =>
      hits
        .filter(
          ({ place, finding }) => finding && shown(finding) && place.role !== 'unknown' && place.role !== finding.role,
        )
        .map(
          ({ place, finding }) =>
            `role   ${repository.file.slice(root.length + 10)} ${place.path}:${place.start.line} ${place.label} is ${place.role}, said ${finding.role}: ${finding.message}`,
        ),
    );
    const environments = results.flatMap(({ repository, hits }) =>
      hits
        .filter(({ place, finding }) => finding && shown(finding) && place.environment !== finding.environment)
        .map(
          ({ place, finding }) =>
            `env    ${repository.file.slice(root.length + 10)} ${place.path}:${place.start.line} ${place.label} is ${place.environment}, said ${finding.environment}`,
        ),
    );
    console.log(`\n${[...misses, ...alarms, ...roles, ...(verbose ? environments : [])].join('\n')}`);
  }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const half = argv.includes('--frozen') ? 'frozen' : 'open';
  const only = argv.find((argument) => argument.startsWith('--only='))?.slice(7);
  print(half, scoreHalf(half, await import('../packages/engine/dist/index.js'), only), argv.includes('--verbose'));
}
