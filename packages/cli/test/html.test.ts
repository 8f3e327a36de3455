// The HTML report as a person meets it: in a real browser, with keys and mouse, in both themes, on paper, with 10,000
// findings. Needs Chromium (see html-stage.ts); without it these fail.
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '@bnguard/engine';
import { htmlReport } from '../src/reports/html/html.ts';
import { grouped } from '../src/reports/words.ts';
import type { Report } from '../src/types.ts';
import { finding, report } from './fake-terminal.ts';
import { historyReport, launch, manyFindings, pageOf } from './html-stage.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

/** Opens a page; any request, error or refusal of the policy fails the test that closes it. */
async function open(
  facts: Report,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const trouble: string[] = [];
  const address = pageOf(facts);
  page.on(
    'request',
    (request) => request.url().split('#')[0] !== address && trouble.push(`request of ${request.url()}`),
  );
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  await page.goto(address);
  return {
    page,
    close: async () => {
      expect(trouble).toEqual([]);
      await context.close();
    },
  };
}

const chosen = (page: Page): Promise<string | null> => page.locator('.row[aria-selected=true]').textContent();
const status = (page: Page): Promise<string | null> => page.locator('#shown').textContent();

async function violations(page: Page): Promise<string[]> {
  // By the debugger, which no policy of the page stops.
  await page.evaluate(axe.source);
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe('forty findings', () => {
  const facts = historyReport(manyFindings(40));

  test('search, filters and order; what is hidden is counted', async () => {
    const { page, close } = await open(facts);
    expect(await status(page)).toBe('40 findings');
    await page.locator('#search').fill('config/live secret');
    expect(await status(page)).toMatch(/^\d findings of 40 findings$/);
    for (const row of await page.locator('.row').allTextContents()) expect(row).toMatch(/secret-key.*config\/live/);
    await page.locator('#reset').click();
    await page.locator('#rule').selectOption('withdrawals-enabled');
    expect(await status(page)).toBe('2 findings of 40 findings');
    await page.locator('#reset').click();
    await page.locator('#severity').selectOption('high');
    expect(await status(page)).toBe('30 findings of 40 findings');
    await page.locator('#state').selectOption('gone');
    for (const row of await page.locator('.row').all()) expect(await row.textContent()).toContain('critical');
    await page.locator('#reset').click();
    await page.locator('#path').fill('.ENV');
    expect(await page.locator('.row .where').first().textContent()).toContain('.env');
    await page.locator('#reset').click();
    await page.locator('#from').fill('2026-06-01');
    await page.locator('#to').fill('2026-08-31');
    const days = (await page.locator('.row .where').allTextContents()).map((text) => /2026-\d\d/.exec(text)?.[0]);
    expect(new Set(days).size).toBeGreaterThan(1);
    for (const day of days) expect(['2026-06', '2026-07', '2026-08']).toContain(day);
    await page.locator('#reset').click();
    await page.locator('#order').selectOption('oldest');
    expect(await page.locator('.row .where').first().textContent()).toContain('2026-01-05');
    await page.locator('#search').fill('there is no such thing');
    expect([await status(page), await page.locator('#details').textContent()]).toEqual([
      '0 findings of 40 findings',
      'Nothing fits the filters.',
    ]);
    await close();
  });

  test('by keyboard alone', async () => {
    const { page, close } = await open(facts);
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.type('secret-key');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list');
    const first = await chosen(page);
    await page.keyboard.press('ArrowDown');
    expect(await chosen(page)).not.toBe(first);
    await page.keyboard.press('End');
    expect(await page.locator('#list').getAttribute('aria-activedescendant')).toBe('row-15');
    expect(await page.locator('#row-15').isVisible()).toBe(true);
    await page.keyboard.press('Home');
    expect(await chosen(page)).toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('details');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list');
    await close();
  });

  test('details: evidence, the other half, the steps with commands that can be copied', async () => {
    const { page, close } = await open(facts, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#search').fill('api-key');
    const details = page.locator('#details');
    expect(await details.textContent()).toContain('argument 1 of Spot from @binance/connector');
    expect(await details.locator('.steps > li').count()).toBe(7);
    expect(await details.textContent()).toContain('git filter-repo --quiet --replace-refs update-no-add');
    const command = details.locator('.copy', {
      hasText: 'git filter-repo --quiet --replace-refs update-no-add',
    });
    await command.getByRole('button').click();
    await command.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await command.locator('pre').textContent());
    await details.getByRole('button', { name: /^Its other half/ }).click();
    expect(await chosen(page)).toContain('secret-key');
    await close();
  });

  test('the timeline leads to its finding and says the same in words', async () => {
    const { page, close } = await open(facts);
    const row = page.locator('.timeline a').nth(3);
    const print = (await row.getAttribute('href'))!.slice(1);
    await row.focus();
    await page.keyboard.press('Enter');
    // The page follows its address, which changes a moment later.
    await expect.poll(() => page.locator('#details').textContent()).toContain(print);
    const words = await page.locator('ul.visually-hidden li').allTextContents();
    expect(words).toHaveLength(await page.locator('.timeline a').count());
    expect(words[0]).toMatch(/Came in with commit [0-9a-f]{12} on 2026-01-05/);
    await close();
  });

  test.each(['light', 'dark'] as const)('axe finds no violation: %s', async (colorScheme) => {
    const { page, close } = await open(facts, { colorScheme, bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    await page.locator('#rule').selectOption('ip-unrestricted');
    expect(await violations(page)).toEqual([]);
    await page.locator('#theme').click();
    await page.waitForTimeout(200);
    expect(await violations(page)).toEqual([]);
    await close();
  });

  test('the theme follows the system, and the button', async () => {
    const { page, close } = await open(facts, { colorScheme: 'dark' });
    const back = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await back()).toBe('rgb(14, 19, 26)');
    await page.locator('#theme').click();
    expect(await back()).toBe('rgb(244, 246, 249)');
    await close();
  });

  test('on paper: everything that is shown, and no controls', async () => {
    const { page, close } = await open(facts);
    await page.locator('#search').fill('secret-key');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#print article:not(.long)').count()).toBe(16);
    expect(await page.locator('#print article.long').count()).toBe(5);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });

  test('a narrow screen scrolls in one direction only', async () => {
    const { page, close } = await open(facts, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await close();
  });
});

test('hostile names stay text', async () => {
  const names = [
    '<script>alert(1)</script>',
    '</script><img src=x onerror=alert(1)>',
    '"><b>',
    '\u202egpj.ts',
    'a\nb\x1b[2J',
    '<!--',
    'half\ud800',
  ];
  const findings = names.map((name, i) =>
    finding({ path: name, message: name, repository: name, fingerprint: String(i).repeat(32), masked: '' }),
  );
  const facts = report({
    findings,
    complete: false,
    skipped: names.map((path) => ({ path, why: 'unreadable', detail: path })),
  });
  const { page, close } = await open(facts);
  expect(await page.locator('.row').count()).toBe(names.length);
  expect(await page.locator('img, b b, .row script').count()).toBe(0);
  const text = (await page.locator('body').textContent()) ?? '';
  for (const sign of ['\u202e', '\x1b', '\ud800']) expect(text.includes(sign)).toBe(false);
  expect(text).toContain('\\u202egpj.ts');
  await close();
});

test('nothing found, and nothing found of what could be read', async () => {
  const { page, close } = await open(report(), { bypassCSP: true });
  expect(await page.locator('main').textContent()).toContain('No findings.');
  expect(await violations(page)).toEqual([]);
  await close();
  const other = await open(report({ complete: false }));
  expect(await other.page.getByRole('alert').textContent()).toContain('Incomplete');
  await other.close();
});

test('more findings than a page takes: the worst are in the page, and it says what is not', () => {
  const findings = Array.from({ length: 50_000 }, (_, i) => finding({ severity: i < 45_000 ? 'low' : 'critical' }));
  const html = [...htmlReport(report({ findings }), rules)].join('');
  expect(html).toContain('30,000 findings left out of this page');
  expect(html.match(/"severity":"critical"/g)).toHaveLength(5000);
});

test('10,000 findings: all are searched, and what a search leaves is counted', async () => {
  const findings = manyFindings(10_000);
  const { page, close } = await open(historyReport(findings));
  const settings = findings.filter(({ rule }) => rule === 'withdrawals-enabled').length;
  await page.fill('#search', 'enableWithdrawals');
  await expect
    .poll(() => page.locator('main').textContent())
    .toContain(`${grouped(settings)} findings of 10,000 findings`);
  await close();
});
