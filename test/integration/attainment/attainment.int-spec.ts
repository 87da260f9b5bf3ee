import {
  GetEntriesQuery,
  GetPositionQuery,
  GetSeriesQuery,
  ListCommitmentsQuery,
  ProjectionBehindError,
  SignContractCommand,
} from '@app/commitments';
import { Database } from '@app/platform';
import { CreatePriceBookCommand } from '@app/pricing';
import { cloneDatabase, sql, type TestDatabase, usageEvent } from '../../support/index.js';
import { type LedgerApp, startApp } from './ledger-app.js';
import { type RunningMonitor, startMonitor } from './running-monitor.js';
import { UsageFeed } from './usage-feed.js';

let home: TestDatabase;
let ingest: Database;
let feed: UsageFeed;
let app: LedgerApp;
let monitor: RunningMonitor;

const context = { actor: 'spec' };
const WAIT = { waitMs: 10_000 };

beforeAll(async () => {
  home = await cloneDatabase();
  ingest = new Database({ url: home.urlOf('ingest'), applicationName: 'spec-ingest' });
  [app, feed] = await Promise.all([startApp(home.urlOf('api')), UsageFeed.start(ingest)]);
  monitor = startMonitor(home.urlOf('monitor'));
});

afterAll(async () => {
  await monitor.stop();
  await app.close();
  await ingest.close();
  await home.drop();
});

async function sign(id: string, account: string, minimum = '3650'): Promise<string> {
  const { position } = await app.commands.execute(
    new SignContractCommand(
      {
        contractId: `contract-of-${id}`,
        name: id,
        provider: 'AWS',
        currency: 'USD',
        start: '2025-01-01',
        end: '2027-01-01',
        billingAccountIds: [account],
        reason: 'spec',
        commitments: [
          {
            commitmentId: id,
            name: `Commitment ${id}`,
            terms: { periods: 2, minimum },
          },
        ],
      },
      context,
    ),
  );
  return position;
}

let lastId = 0;
function line(account: string, day: string, data: Readonly<Record<string, unknown>>): object {
  lastId += 1;
  return usageEvent({
    source: `exporter/${account}`,
    id: `line-${lastId}`,
    data: {
      chargePeriodStart: `${day}T00:00:00Z`,
      chargePeriodEnd: `${day}T01:00:00Z`,
      billingAccountId: account,
      ...data,
    },
  });
}

function billed(
  account: string,
  day: string,
  cost: string,
  more: Readonly<Record<string, unknown>> = {},
): object {
  return line(account, day, { billedCost: cost, billingCurrency: 'USD', ...more });
}

describe('attainment', () => {
  it('counts usage sent after the signing, exact to the last digit', async () => {
    await sign('exact', 'a-exact');
    const minPosition = await feed.send([
      billed('a-exact', '2025-01-01', '0.1'),
      billed('a-exact', '2025-01-01', '0.2'),
      billed('a-exact', '2025-02-03', '12.345678901234567891'),
      billed('a-exact', '2026-05-01', '7'),
      billed('somebody-else', '2026-01-01', '1000'),
    ]);
    const answer = await app.queries.execute(
      new GetPositionQuery('exact', { minPosition, ...WAIT }),
    );
    expect(answer).toMatchObject({
      commitmentId: 'exact',
      currency: 'USD',
      term: { minimum: '7300', counted: '19.645678901234567891' },
      periods: [
        { index: 1, start: '2025-01-01', end: '2026-01-01', counted: '12.645678901234567891' },
        { index: 2, start: '2026-01-01', end: '2027-01-01', counted: '7' },
      ],
    });
    expect(answer.periods[0]?.gap).toBe('3637.354321098765432109');
    expect(answer.meta).toMatchObject({ through: null, silentSources: [] });
  });

  it('counts metered usage once its price is published, and then for earlier days too', async () => {
    await sign('priced', 'a-priced');
    const metered = { skuId: 'tokens-in', consumedQuantity: '1500000', consumedUnit: 'tokens' };
    const unpriced = await feed.send([
      line('a-priced', '2026-01-05', metered),
      line('a-priced', '2026-01-06', metered),
    ]);
    const before = await app.queries.execute(
      new GetPositionQuery('priced', { minPosition: unpriced, ...WAIT }),
    );
    expect(before.term.counted).toBe('0');
    expect(before.suspense).toMatchObject({
      unpricedLines: 2,
      unpricedQuantity: [{ skuId: 'tokens-in', quantity: '3000000' }],
    });

    const { position } = await app.commands.execute(
      new CreatePriceBookCommand(
        {
          priceBookId: 'book',
          provider: 'AWS',
          currency: 'USD',
          prices: [{ skuId: 'tokens-in', unit: 'tokens', per: '1000000', unitPrice: '3.3' }],
          reason: 'spec',
        },
        context,
      ),
    );
    const after = await app.queries.execute(
      new GetPositionQuery('priced', { minPosition: position, ...WAIT }),
    );
    expect(after.term.counted).toBe('9.9');
    expect(after.suspense.unpricedLines).toBe(0);

    const then = await app.queries.execute(
      new GetPositionQuery('priced', { asOf: before.meta.asOf }),
    );
    expect({ ...then, meta: null }).toEqual({ ...before, meta: null });
  });

  it('answers the present from the read model as a fold from zero does', async () => {
    await sign('twice', 'a-twice');
    const minPosition = await feed.send(
      Array.from({ length: 40 }, (_, i) =>
        billed('a-twice', `2026-01-${String((i % 28) + 1).padStart(2, '0')}`, `${i}.25`, {
          workload: i % 3 === 0 ? 'training' : 'inference',
          skuId: `sku-${i % 5}`,
        }),
      ),
    );
    const at = { minPosition, ...WAIT };
    const current = await app.queries.execute(new GetPositionQuery('twice', at));
    const asOf = current.meta.asOf;
    const folded = await app.queries.execute(new GetPositionQuery('twice', { asOf }));
    expect({ ...folded, meta: null }).toEqual({ ...current, meta: null });
    expect(folded.meta).toMatchObject({ asOf, position: current.meta.position });

    const groupBy = ['workload', 'skuId'] as const;
    const request = { groupBy, from: '2026-01-01', to: '2026-01-29' };
    const series = await app.queries.execute(new GetSeriesQuery('twice', request, at));
    const foldedSeries = await app.queries.execute(new GetSeriesQuery('twice', request, { asOf }));
    expect({ ...foldedSeries, meta: null }).toEqual({ ...series, meta: null });
    // 0.25 + 1.25 + … + 39.25 = 780 + 40 × 0.25
    expect(series.points.at(-1)).toMatchObject({ counted: '790' });
    const last = series.groups.map(({ counted }) => Number(counted.at(-1)));
    expect(last.reduce((sum, one) => sum + one, 0)).toBe(790);
  });

  it('cuts by usage day', async () => {
    await sign('cut', 'a-cut');
    const minPosition = await feed.send([
      billed('a-cut', '2026-03-01', '1'),
      billed('a-cut', '2026-03-02', '2'),
      billed('a-cut', '2026-03-03', '4'),
    ]);
    const answer = await app.queries.execute(
      new GetPositionQuery('cut', { through: '2026-03-03', minPosition, ...WAIT }),
    );
    expect(answer).toMatchObject({ term: { counted: '3' }, meta: { through: '2026-03-03' } });
    const entries = await app.queries.execute(
      new GetEntriesQuery('cut', {}, { limit: 10 }, { through: '2026-03-03' }),
    );
    expect(entries.data.map(({ day, balance }) => [day, balance])).toEqual([
      ['2026-03-01', '1'],
      ['2026-03-02', '3'],
    ]);
  });

  it('lists the draw-down in pages that add up', async () => {
    await sign('paged', 'a-paged');
    const lines = Array.from({ length: 23 }, (_, i) =>
      billed('a-paged', `2026-01-${String((i % 4) + 1).padStart(2, '0')}`, '1', {
        skuId: `sku-${i}`,
      }),
    );
    const minPosition = await feed.send([
      ...lines,
      billed('a-paged', '2026-01-02', '50', { chargeCategory: 'Tax' }),
    ]);
    const rows: { day: string; class: string; balance: string }[] = [];
    let after: string | undefined;
    do {
      const page = await app.queries.execute(
        new GetEntriesQuery('paged', {}, { limit: 5, after }, { minPosition, ...WAIT }),
      );
      rows.push(...page.data);
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(rows).toHaveLength(24);
    expect(rows.at(-1)?.balance).toBe('23');
    expect(rows.filter((row) => row.class === 'TAX')).toMatchObject([
      { day: '2026-01-02', counted: '0', amount: '50', balance: '6' },
    ]);
  });

  it('moves a day that late usage corrects', async () => {
    await sign('late', 'a-late');
    await feed.send([billed('a-late', '2026-04-01', '10'), billed('a-late', '2026-04-02', '20')]);
    const minPosition = await feed.send([billed('a-late', '2026-04-01', '-4')]);
    const { data } = await app.queries.execute(
      new GetEntriesQuery('late', {}, { limit: 10 }, { minPosition, ...WAIT }),
    );
    expect(data.map(({ day, counted, balance }) => [day, counted, balance])).toEqual([
      ['2026-04-01', '6', '6'],
      ['2026-04-02', '20', '26'],
    ]);
  });

  it('takes a commitment id once in the whole ledger, and half a signing never', async () => {
    await sign('once', 'a-once');
    const again = new SignContractCommand(
      {
        contractId: 'another-contract',
        name: 'x',
        provider: 'AWS',
        currency: 'USD',
        start: '2026-01-01',
        end: '2027-01-01',
        reason: 'spec',
        commitments: ['fresh', 'once'].map((commitmentId) => ({
          commitmentId,
          name: commitmentId,
          terms: { periods: 1, minimum: '1' },
        })),
      },
      context,
    );
    await expect(app.commands.execute(again)).rejects.toMatchObject({ code: 'already-exists' });
    const list = await app.queries.execute(
      new ListCommitmentsQuery({ limit: 1000 }, { position: true }),
    );
    const ids = list.data.map(({ commitmentId }) => commitmentId);
    expect(ids).toContain('once');
    expect(ids).not.toContain('fresh');
  });

  it('says that it is behind rather than answer from before', async () => {
    await sign('behind', 'a-behind');
    const query = new GetPositionQuery('behind', { minPosition: '@0:999999999', waitMs: 50 });
    await expect(app.queries.execute(query)).rejects.toBeInstanceOf(ProjectionBehindError);
  });

  it('refuses a commitment that was never signed, and one not signed by then', async () => {
    await sign('young', 'a-young');
    const never = app.queries.execute(new GetPositionQuery('never'));
    await expect(never).rejects.toMatchObject({ code: 'not-found' });
    const then = new GetPositionQuery('young', { asOf: '2020-01-01T00:00:00Z' });
    await expect(app.queries.execute(then)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps read models equal to a fold from zero', async () => {
    const minPosition = await feed.send([billed('a-exact', '2026-01-09', '1')]);
    await app.queries.execute(new GetPositionQuery('exact', { minPosition, ...WAIT }));
    const days = await sql<{ sum: string }>(
      home.url,
      `select sum(counted)::text as sum from ledger.attainment_day where commitment_id = 'exact'`,
    );
    expect(days).toEqual([{ sum: '20.645678901234567891' }]);
  });

  it('left nothing for a person to look at', () => {
    expect(monitor.errors).toEqual([]);
    expect(monitor.health.ready).toBe(true);
  });
});
