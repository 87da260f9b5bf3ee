import { AxeBuilder } from '@axe-core/playwright';
import { gzipSync } from 'node:zlib';
import { type Browser } from 'playwright-core';

import { startWholeLedger, type WholeLedger } from '../support/index.js';
import { describeInBrowser, launchBrowser } from './chromium.js';
import { isForReadme, OverviewPage, picture } from './overview-page.js';
import { ROLES, signAndSpend } from './spend.js';

const COMMITMENT = 'manners-100b';
/** For machines that do other things, too. */
const PATIENCE_MS = 60_000;
const FIRST_LOAD_BYTES = 150_000;

async function violations({ page }: OverviewPage): Promise<string[]> {
  // The rows of the table are all alike: looking at each takes ten times as long.
  const alike = 'tbody tr:nth-child(n + 12)';
  const { violations } = await new AxeBuilder({ page }).exclude(alike).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describeInBrowser('manners of the page', () => {
  let ledger: WholeLedger;
  let browser: Browser;
  const opened: OverviewPage[] = [];

  const open: typeof OverviewPage.open = async (...args) => {
    const overview = await OverviewPage.open(...args);
    opened.push(overview);
    return overview;
  };

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startWholeLedger({ roles: ROLES }), launchBrowser()]);
    await signAndSpend(ledger, COMMITMENT);
  }, 120_000);

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((overview) => overview.close()));
  });

  afterAll(async () => {
    await browser.close();
    await ledger.stop();
  }, 60_000);

  it.each([
    ['light', 'overview.png'],
    ['dark', 'overview-dark.png'],
  ] as const)(
    'is accessible in %s as chart, as table and in the past',
    async (colorScheme, readmeName) => {
      const context = { colorScheme, deviceScaleFactor: isForReadme ? 2 : 1 };
      const overview = await (await open(browser, ledger, { context })).settled();
      const { page } = overview;
      await page.locator('[data-live="live"]').waitFor();

      expect(await violations(overview)).toEqual([]);
      await picture(page, `overview-${colorScheme}`, readmeName);

      await page.getByRole('button', { name: 'Whole term' }).click();
      await page.getByRole('button', { name: 'View as table' }).click();
      await page.locator('tbody tr').first().waitFor();
      expect(await violations(overview)).toEqual([]);
      await picture(page, `table-${colorScheme}`);

      await page.getByRole('button', { name: 'View as chart' }).click();
      await page.goto(`${ledger.apiUrl}/?asOf=${new Date().toISOString()}&range=term`);
      await overview.settled();
      expect(await violations(overview)).toEqual([]);
      await picture(page, `past-${colorScheme}`);
    },
    PATIENCE_MS,
  );

  it.each([
    ['a phone', 390, 1],
    ['200 % zoom', 640, 2],
  ])(
    'needs no sideways scrolling on %s',
    async (name, width, deviceScaleFactor) => {
      const context = { viewport: { width, height: 800 }, deviceScaleFactor };
      const { page } = await (await open(browser, ledger, { context })).settled();

      const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');

      expect(widths).toEqual([width, width]);
      await picture(page, name.replaceAll(/[ %]+/g, '-'));
    },
    PATIENCE_MS,
  );

  it(
    'prints without its controls',
    async () => {
      const { page } = await (await open(browser, ledger)).settled();

      await page.emulateMedia({ media: 'print' });

      expect(await page.getByRole('button', { name: 'View as table' }).isVisible()).toBe(false);
      expect(await page.locator('.sentence').isVisible()).toBe(true);
      await picture(page, 'print');
    },
    PATIENCE_MS,
  );

  it(
    'keeps the key out of the address and in the session',
    async () => {
      const overview = await (await open(browser, ledger)).settled();

      expect(overview.page.url()).toBe(`${ledger.apiUrl}/`);
      await overview.page.reload();
      await overview.settled();
      expect(await overview.page.context().cookies()).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'goes to the moment that is picked, and back by the browser',
    async () => {
      const overview = await (await open(browser, ledger)).settled();
      const { page } = overview;
      const moment = new Date(Date.now() - 1000).toISOString().slice(0, 19);

      await page.getByText('As of now').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Show what was known at (UTC)').fill(moment);
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.locator('.past-bar').waitFor();
      expect(page.url()).toBe(`${ledger.apiUrl}/?asOf=${moment}Z`);

      await page.goBack();
      await page.locator('[data-live="live"]').waitFor();
      expect(await page.locator('.past-bar').count()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'asks for a key, says why one is refused, takes a good one',
    async () => {
      const overview = await open(browser, ledger, { key: 'cl_test_wrong' });
      const { page } = overview;

      const refusal = page.getByRole('alert');
      await refusal.waitFor();
      expect((await refusal.innerText()).length).toBeGreaterThan(0);
      expect(await violations(overview)).toEqual([]);
      await picture(page, 'sign-in');

      await page.getByLabel('API key').fill(ledger.adminKey);
      await page.getByRole('button', { name: 'Open' }).click();
      await overview.settled();
    },
    PATIENCE_MS,
  );

  it(
    'blanks only the panel that fails, with its problem and a way to retry',
    async () => {
      const overview = await open(browser, ledger, { query: '?commitment=' + COMMITMENT });
      const { page } = overview;
      await page.route('**/series?*', (route) =>
        route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'This range is refused', detail: 'why', code: 'refused' }),
        }),
      );
      await page.reload();

      const failure = page.locator('.panel-burn-up [role="alert"]');
      await failure.waitFor();
      expect(await failure.innerText()).toContain('This range is refused');
      await page.locator('[data-tile="turn"]').waitFor();
      await page.locator('[data-alert]').first().waitFor();
      await picture(page, 'failing-panel');

      await page.unroute('**/series?*');
      await failure.getByRole('button', { name: 'Retry' }).click();
      await overview.settled();
      expect(await failure.count()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'is served under a policy that admits its own files only',
    async () => {
      const answer = await fetch(`${ledger.apiUrl}/`);

      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.headers.get('content-security-policy')).toContain("style-src 'self'");
      expect(await answer.text()).not.toMatch(/<style|style=|<script(?! type="module"[^>]+src=)/);
    },
    PATIENCE_MS,
  );

  it(
    'loads at first no more than 150 kB, compressed',
    async () => {
      const html = await (await fetch(`${ledger.apiUrl}/`)).text();
      const files = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path);
      const bodies = await Promise.all(
        files.map(async (path) => (await fetch(`${ledger.apiUrl}/${path ?? ''}`)).arrayBuffer()),
      );

      const sizes = [Buffer.from(html), ...bodies.map((body) => Buffer.from(body))].map(
        (body) => gzipSync(body).length,
      );

      expect(files.length).toBeGreaterThanOrEqual(3);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
    },
    PATIENCE_MS,
  );
});
