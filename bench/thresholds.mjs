// Are the thresholds of judge.ts those that data would choose? Cross-validated by repository: of five parts of the open
// corpus four choose the two bounds of `likely` (credential, Binance) that err least, the fifth is judged by them.
// `node bench/thresholds.mjs`. Weights stay set by hand; the frozen half is not read.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { conclude, expand, locate, observe, signals } from '../packages/engine/dist/index.js';
import { thresholds } from '../packages/engine/dist/judge.js';
import { expectedPlaces, readRepository } from '../scripts/scoreboard.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folds = 5;

/** Each candidate of a repository that is at least possible: the sums of its two questions, and whether it is a leak. */
function casesOf(file) {
  const repository = readRepository(file, expand);
  const observations = repository.files.flatMap(({ path, text }) => observe({ path, text, origin: { kind: 'file' } }));
  const { findings } = conclude(observations, repository.name ? { name: repository.name } : {});
  const expected = expectedPlaces(repository, locate);
  return findings
    .filter(({ rule }) => ['secret-key', 'api-key', 'private-key'].includes(rule))
    .map((finding) => {
      const sums = { credential: 0, binance: 0, role: 0 };
      for (const { signal, bits } of finding.evidence) sums[signals[signal].question] += bits;
      const isLeak = expected.some(
        ({ path, start }) =>
          path === finding.path && start.line === finding.start.line && start.column === finding.start.column,
      );
      return { ...sums, isLeak };
    });
}

const repositories = ['corpus', 'lookalikes'].flatMap((kind) => {
  const folder = join(root, 'fixtures', kind, 'open');
  return readdirSync(folder).map((name) => casesOf(join(folder, name)));
});

const errorsOf = (cases, [credential, binance]) =>
  cases.filter((one) => (one.credential >= credential && one.binance >= binance) !== one.isLeak).length;
const grid = Array.from({ length: 9 }, (_, c) => Array.from({ length: 9 }, (_, b) => [c, b - 2])).flat();
const choose = (cases) =>
  grid.reduce((best, bounds) => (errorsOf(cases, bounds) < errorsOf(cases, best) ? bounds : best));

const byHand = [thresholds.credential.likely, thresholds.binance.likely];
console.log(`bounds of "likely" by hand: credential ${byHand[0]}, Binance ${byHand[1]}`);
const all = { chosen: 0, hand: 0, cases: 0 };
for (let fold = 0; fold < folds; fold += 1) {
  const train = repositories.filter((_, i) => i % folds !== fold).flat();
  const test = repositories.filter((_, i) => i % folds === fold).flat();
  const bounds = choose(train);
  const [chosen, hand] = [errorsOf(test, bounds), errorsOf(test, byHand)];
  all.chosen += chosen;
  all.hand += hand;
  all.cases += test.length;
  console.log(
    `part ${fold + 1}: four parts choose ${bounds.join(', ')}; of ${test.length} cases of the fifth wrong: ${chosen} by those, ${hand} by hand`,
  );
}
console.log(`all: ${all.cases} cases, wrong by chosen bounds ${all.chosen}, by hand ${all.hand}`);
