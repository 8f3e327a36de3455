// Floors under the scoreboard: what was reached on the corpus stays reached. The figures themselves:
// `npm run scoreboard`, and `-- --frozen` for the half that nothing is tuned to.
import { expect, test } from 'vitest';
import { scoreHalf, tally } from '../../../scripts/scoreboard.mjs';
import * as engine from '../src/index.ts';

test.each([
  { half: 'open', recall: 0.98, precision: 0.99, role: 0.99 },
  { half: 'frozen', recall: 0.95, precision: 0.99, role: 0.97 },
] as const)('$half half', ({ half, recall, precision, role }) => {
  const { places, found, alarms, told, roles } = tally(scoreHalf(half, engine));
  expect(places).toBeGreaterThan(300);
  expect(found / places).toBeGreaterThanOrEqual(recall);
  expect(found / (found + alarms)).toBeGreaterThanOrEqual(precision);
  expect(roles / told).toBeGreaterThanOrEqual(role);
});
