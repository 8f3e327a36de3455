// Floors under the scoreboard of settings: what was reached on fixtures/settings stays reached. The figures themselves:
// `npm run scoreboard:settings`, and `-- --frozen` for the half that was written before the rules.
import * as engine from '@bnguard/engine';
import { expect, test } from 'vitest';
import { scoreSettings, tallySettings } from '../../../scripts/settings-scoreboard.mjs';
import { scan } from '../src/scan.ts';

test.each([
  { half: 'open', recall: 0.99, precision: 0.99 },
  { half: 'frozen', recall: 0.98, precision: 0.98 },
] as const)('$half half', { timeout: 240_000 }, async ({ half, recall, precision }) => {
  const { labels, found, alarms } = tallySettings(await scoreSettings(half, { engine, scan }));
  expect(labels).toBeGreaterThan(120);
  expect(found / labels).toBeGreaterThanOrEqual(recall);
  expect(found / (found + alarms)).toBeGreaterThanOrEqual(precision);
});
