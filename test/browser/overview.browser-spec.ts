import { type Browser } from 'playwright-core';

import { startWholeLedger, until, type WholeLedger } from '../support/index.js';
import {
  type AlertList,
  exactly,
  type PositionAnswer,
  roughly,
  type SeriesAnswer,
} from './answers.js';
import { describeInBrowser, launchBrowser } from './chromium.js';
import { OverviewPage } from './overview-page.js';
import { ROLES, signAndSpend, spendToday } from './spend.js';

const WITHIN = { deadlineMs: 30_000 };
/** For machines that do other things, too. */
const PATIENCE_MS = 60_000;
const COMMITMENT = 'browser-100b';
const ROOT = `/v1/commitments/${COMMITMENT}`;

describeInBrowser('the overview of a commitment', () => {
  let ledger: WholeLedger;
  let browser: Browser;
  let overview: OverviewPage;

  const position = async (query = ''): Promise<PositionAnswer> =>
    (await ledger.get<PositionAnswer>(`${ROOT}/position${query}`)).body;
  const yearOf = async (): Promise<SeriesAnswer['points']> => {
    const [year] = (await position()).periods;
    const query = `interval=P1D&from=${year?.start ?? ''}&to=${year?.end ?? ''}`;
    return (await ledger.get<SeriesAnswer>(`${ROOT}/series?${query}`)).body.points;
  };

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startWholeLedger({ roles: ROLES }), launchBrowser()]);
    await signAndSpend(ledger, COMMITMENT);
    overview = await (await OverviewPage.open(browser, ledger)).settled();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await ledger.stop();
  }, 60_000);

  it(
    'shows the six figures of the position, exact in their titles',
    async () => {
      const { periods, pace } = await position();
      const [year] = periods;
      const figure = (amount: string) => ({
        text: `${roughly(amount)} USD`,
        title: exactly(amount),
      });

      expect(await overview.tile('attained')).toEqual(figure(year?.counted ?? ''));
      expect(await overview.tile('left')).toEqual(figure(year?.gap ?? ''));
      expect(await overview.tile('run-rate')).toEqual(figure(pace.trailing28PerDay));
      expect(await overview.tile('projected')).toMatchObject({
        text: `${roughly(pace.projectedGap)} USD`,
      });
      expect(await overview.text('[data-tile="risk"] .tile-figure')).toBe('High');
      expect(await overview.text('[data-tile="turn"] .tile-figure')).toBe(`${pace.daysLeft} days`);
    },
    PATIENCE_MS,
  );

  it(
    'notes the requirement, the need and the outcome beside them',
    async () => {
      const { periods, pace } = await position();
      const noted = (amount: string) => ({ text: roughly(amount), title: exactly(amount) });

      expect(await overview.figures('[data-tile="attained"] .tile-note')).toEqual([
        noted(periods[0]?.requirement ?? ''),
      ]);
      expect(await overview.figures('[data-tile="run-rate"] .tile-note')).toEqual([
        noted(pace.requiredPerDay),
      ]);
      expect(await overview.figures('[data-tile="projected"] .tile-note')).toEqual([
        noted(pace.projected),
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'says the state in one sentence with the figures of the API',
    async () => {
      const { status, periods, pace } = await position();

      expect(status).toBe('AT_RISK');
      expect(await overview.text('.sentence')).toMatch(
        /^At risk: [\d.]+ of 20\.0 billion expected by .+; [\d.]+ million a day needed, [\d.]+ achieved$/,
      );
      expect((await overview.figures('.sentence')).map(({ title }) => title)).toEqual(
        [pace.projected, periods[0]?.requirement, pace.requiredPerDay, pace.trailing28PerDay].map(
          (amount) => exactly(amount ?? ''),
        ),
      );
    },
    PATIENCE_MS,
  );

  it(
    'reads out the newest complete day',
    async () => {
      const points = await yearOf();
      const { meta } = await position();
      const newest = points.find(({ end }) => end === meta.watermark);

      expect(await overview.reading('counted')).toEqual({
        text: roughly(newest?.counted ?? ''),
        title: exactly(newest?.counted ?? ''),
      });
      expect(await overview.reading('pace')).toMatchObject({ title: exactly(newest?.pace ?? '') });
      expect(await overview.reading('minimum')).toMatchObject({
        title: exactly(newest?.required ?? ''),
      });
    },
    PATIENCE_MS,
  );

  it(
    'moves the crosshair by keyboard through every day',
    async () => {
      const points = await yearOf();
      const { page } = overview;
      const slider = page.getByRole('slider', { name: 'Burn-up' });
      const read = async () => (await overview.reading('counted')).title;
      await slider.focus();

      await page.keyboard.press('Home');
      expect(await read()).toBe(exactly(points[0]?.counted ?? ''));
      await page.keyboard.press('ArrowRight');
      expect(await read()).toBe(exactly(points[1]?.counted ?? ''));
      expect(await slider.getAttribute('aria-valuetext')).toContain(
        `Counted ${roughly(points[1]?.counted ?? '')}`,
      );
      await page.keyboard.press('PageUp');
      expect(await read()).toBe(exactly(points[29]?.counted ?? ''));
      await page.keyboard.press('End');
      expect(await overview.reading('pace')).toMatchObject({
        title: exactly(points.at(-1)?.pace ?? ''),
      });
      await page.keyboard.press('Escape');
      const { meta } = await position();
      expect(await read()).toBe(
        exactly(points.find(({ end }) => end === meta.watermark)?.counted ?? ''),
      );
    },
    PATIENCE_MS,
  );

  it(
    'moves the crosshair by mouse to the day under it',
    async () => {
      const points = await yearOf();
      const box = await overview.page.locator('.plot .axis').boundingBox();
      const day = 100;
      const x = (box?.x ?? 0) + ((box?.width ?? 0) * day) / points.length;

      await overview.page.mouse.move(x, (box?.y ?? 0) - 80);

      expect(await overview.reading('counted')).toMatchObject({
        title: exactly(points[day - 1]?.counted ?? ''),
      });
      await overview.page.mouse.move(5, 5);
    },
    PATIENCE_MS,
  );

  it(
    'shows the same burn-up as a table',
    async () => {
      const points = await yearOf();
      await overview.page.getByRole('button', { name: 'View as table' }).click();
      const titles = await overview.collect<string[]>(
        'tbody tr',
        "Array.from(one.querySelectorAll('td'), (cell) => cell.title)",
      );
      await overview.page.getByRole('button', { name: 'View as chart' }).click();

      expect(titles).toHaveLength(points.length);
      expect(titles.map(([counted, pace, , minimum]) => [counted, pace, minimum])).toEqual(
        points.map(({ counted, pace, required }) => [
          counted === null ? 'nothing is recorded yet' : exactly(counted),
          exactly(pace),
          exactly(required),
        ]),
      );
    },
    PATIENCE_MS,
  );

  it(
    'lists the alerts of the commitment and marks them in the chart',
    async () => {
      const { body } = await ledger.get<AlertList>(`/v1/alerts?filter[commitmentId]=${COMMITMENT}`);
      const listed = await overview.collect<unknown>(
        '[data-alert]',
        "{ alertId: one.dataset.alert, summary: one.querySelector('.alert-summary').textContent }",
      );

      expect(listed).toHaveLength(body.data.length);
      expect(listed).toEqual(
        expect.arrayContaining(body.data.map(({ alertId, summary }) => ({ alertId, summary }))),
      );
      expect(await overview.page.locator('.marker').count()).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'moves without a reload when an event comes through Kafka, and shows the past on request',
    async () => {
      const before = await position();
      const { page } = overview;
      await page.evaluate("document.body.dataset.loaded = 'once'");

      await spendToday(ledger, 'live-1', '123456789.01');
      const after = await until(
        'the event is counted',
        async () => {
          const now = await position();
          return now.periods[0]?.counted !== before.periods[0]?.counted && now;
        },
        WITHIN,
      );

      await until(
        'the page shows it',
        async () => {
          const { title } = await overview.tile('attained');
          return title === exactly(after.periods[0]?.counted ?? '');
        },
        WITHIN,
      );
      expect(await page.locator('body').getAttribute('data-loaded')).toBe('once');

      await page.goto(`${ledger.apiUrl}/?asOf=${before.meta.asOf}`);
      await overview.settled();
      expect(await overview.tile('attained')).toMatchObject({
        title: exactly(before.periods[0]?.counted ?? ''),
      });
      expect(await overview.text('.past-bar')).toContain('You are looking at the past');

      await page.getByRole('button', { name: 'Back to now' }).click();
      await until(
        'the page is back',
        async () => {
          const { title } = await overview.tile('attained');
          return title === exactly(after.periods[0]?.counted ?? '');
        },
        WITHIN,
      );
      expect(page.url()).toBe(`${ledger.apiUrl}/`);
    },
    PATIENCE_MS,
  );

  it(
    'breaks nothing on the way: no script error, nothing against the policy',
    () => {
      expect(overview.faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});
