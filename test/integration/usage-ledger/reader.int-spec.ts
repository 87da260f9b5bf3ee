import { UsageLedgerReader } from '@app/usage-ledger';
import { openShard, type ShardFixture } from './shard-fixture.js';
import { counted, openWriter, type OpenWriter, project, usage } from './writer-fixture.js';

const E18 = 10n ** 18n;

describe('reader of the usage ledger', () => {
  let fixture: ShardFixture;
  let reader: UsageLedgerReader;
  let writer: OpenWriter;
  const cost = { consumedQuantity: undefined, consumedUnit: undefined, billingCurrency: 'USD' };

  beforeAll(async () => {
    fixture = await openShard();
    reader = new UsageLedgerReader(fixture.database);
    writer = await openWriter(fixture);
    await writer.write(counted(0), counted(1), usage('credit', { ...cost, billedCost: '-0.10' }));
    await writer.write(counted(2), usage('fee', { ...cost, billedCost: '0.30', skuId: 'sku-2' }));
    await project(fixture, 2n);
  });

  afterAll(async () => {
    await fixture.close();
  });

  // 2026-03-01 is day 20513.
  const expected = [
    ['sku-1', 3n, 3n * E18, null],
    ['sku-1', 1n, null, -E18 / 10n],
    ['sku-2', 1n, null, (3n * E18) / 10n],
  ];
  const summary = ({
    series,
    cells,
  }: Pick<Awaited<ReturnType<UsageLedgerReader['snapshot']>>, 'series' | 'cells'>) => {
    const skus = new Map(series.map(({ digest, attrs }) => [digest, attrs.skuId]));
    expect(cells.every(({ startDay, endDay }) => startDay === 20_513 && endDay === 20_514)).toBe(
      true,
    );
    return cells.map(({ digest, events, quantityE18, billedE18 }) => [
      skus.get(digest),
      events,
      quantityE18,
      billedE18,
    ]);
  };

  it('gives the sums of the read model with their position', async () => {
    const snapshot = await reader.snapshot();
    expect(summary(snapshot)).toEqual(expected);
    expect(snapshot.vector).toEqual(new Map([[0, 2n]]));
    expect(snapshot.offsets).toEqual(new Map([[0, 5n]]));
    expect(snapshot.recordedAt).toBe(writer.committed[1]?.recordedAt);
    expect(snapshot.sources).toMatchObject([
      { source: 'exporter/a', events: 5n, watermark: '2026-03-01', openGap: false },
    ]);
  });

  it('gives the deltas after a position, each with the series it brings', async () => {
    const deltas = await reader.deltasAfter(new Map());
    expect(deltas.map(({ seq, nextOffset, series }) => [seq, nextOffset, series.length])).toEqual([
      [1n, 3n, 2],
      [2n, 5n, 1],
    ]);
    expect(deltas[1]?.sources).toEqual([
      { source: 'exporter/a', events: 2, maxChargeEnd: '2026-03-01', openGap: false },
    ]);
    expect(await reader.deltasAfter(new Map([[0, 1n]]))).toHaveLength(1);
    expect(await reader.deltasAfter(new Map([[0, 2n]]))).toEqual([]);
    expect(await reader.deltasAfter(new Map(), 1)).toHaveLength(1);
  });

  it('gives what was known at a recorded time', async () => {
    const at = writer.committed[0]?.recordedAt ?? '';
    const then = await reader.snapshotAt(at);
    expect(summary(then)).toEqual([
      ['sku-1', 2n, 2n * E18, null],
      ['sku-1', 1n, null, -E18 / 10n],
    ]);
    expect([then.vector, then.recordedAt]).toEqual([new Map([[0, 1n]]), at]);
    const now = await reader.snapshotAt(writer.committed[1]?.recordedAt ?? '');
    expect(summary(now)).toEqual(expected);
    expect((await reader.snapshotAt('2020-01-01T00:00:00Z')).recordedAt).toBeNull();
  });

  it('finds one event by source and id, in both tiers', async () => {
    expect(await reader.event('exporter/a', 'e-2')).toMatchObject({
      shard: 0,
      seq: 2n,
      event: { sequence: '2' },
    });
    expect(await reader.event('exporter/a', 'credit')).toMatchObject({
      seq: 1n,
      event: { data: { billedCost: '-0.1' } },
    });
    expect(await reader.event('exporter/a', 'e-9')).toBeUndefined();
    expect(await reader.event('exporter/b', 'credit')).toBeUndefined();
  });

  it('says where the shard stands', async () => {
    expect(await reader.head()).toMatchObject([
      { shard: 0, seq: 2n, nextOffset: 5n, halted: null },
    ]);
    expect(await reader.shards('ledger.usage.v1')).toEqual([
      { shard: 0, clusterId: 'cluster-1', topic: 'ledger.usage.v1', part: 0 },
    ]);
    expect(await reader.quarantineCounts()).toEqual(new Map());
  });
});
