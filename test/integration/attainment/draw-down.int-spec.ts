import { GetEntriesQuery, GetPositionQuery, GetSeriesQuery } from '@app/commitments';
import { WAIT, World } from './world.js';

// A busy machine takes its time.
import.meta.jest.setTimeout(60_000);

let world: World;

beforeAll(async () => {
  world = await World.start();
});

afterAll(() => world.stop());

describe('draw-down, day by day', () => {
  it('answers the present from the read model as a fold from zero does', async () => {
    await world.sign('twice');
    const minPosition = await world.feed.send(
      Array.from({ length: 40 }, (_, i) =>
        world.billed('a-twice', `2026-01-${String((i % 28) + 1).padStart(2, '0')}`, `${i}.25`, {
          workload: i % 3 === 0 ? 'training' : 'inference',
          skuId: `sku-${i % 5}`,
        }),
      ),
    );
    const at = { minPosition, ...WAIT };
    const current = await world.app.queries.execute(new GetPositionQuery('twice', at));
    const asOf = current.meta.asOf;
    const folded = await world.app.queries.execute(new GetPositionQuery('twice', { asOf }));
    expect({ ...folded, meta: null }).toEqual({ ...current, meta: null });
    expect(folded.meta).toMatchObject({ asOf, position: current.meta.position });

    const groupBy = ['workload', 'skuId'] as const;
    const request = { groupBy, from: '2026-01-01', to: '2026-01-29' };
    const series = await world.app.queries.execute(new GetSeriesQuery('twice', request, at));
    const foldedSeries = await world.app.queries.execute(
      new GetSeriesQuery('twice', request, { asOf }),
    );
    expect({ ...foldedSeries, meta: null }).toEqual({ ...series, meta: null });
    // 0.25 + 1.25 + … + 39.25 = 780 + 40 × 0.25
    expect(series.points.at(-1)).toMatchObject({ counted: '790' });
    const last = series.groups.map(({ counted }) => Number(counted.at(-1)));
    expect(last.reduce((sum, one) => sum + one, 0)).toBe(790);
  });

  it('lists the draw-down in pages that add up', async () => {
    await world.sign('paged');
    const lines = Array.from({ length: 23 }, (_, i) =>
      world.billed('a-paged', `2026-01-${String((i % 4) + 1).padStart(2, '0')}`, '1', {
        skuId: `sku-${i}`,
      }),
    );
    const minPosition = await world.feed.send([
      ...lines,
      world.billed('a-paged', '2026-01-02', '50', { chargeCategory: 'Tax' }),
    ]);
    const rows: { day: string; class: string; balance: string }[] = [];
    let after: string | undefined;
    do {
      const page = await world.app.queries.execute(
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
    await world.sign('late');
    await world.feed.send([
      world.billed('a-late', '2026-04-01', '10'),
      world.billed('a-late', '2026-04-02', '20'),
    ]);
    const minPosition = await world.feed.send([world.billed('a-late', '2026-04-01', '-4')]);
    const { data } = await world.app.queries.execute(
      new GetEntriesQuery('late', {}, { limit: 10 }, { minPosition, ...WAIT }),
    );
    expect(data.map(({ day, counted, balance }) => [day, counted, balance])).toEqual([
      ['2026-04-01', '6', '6'],
      ['2026-04-02', '20', '26'],
    ]);
  });
});
