import { UsageLedgerReader } from '@app/usage-ledger';
import { openShard, type ShardFixture } from './shard-fixture.js';
import { counted, openWriter, type OpenWriter, project, usage } from './writer-fixture.js';

const cost = { consumedQuantity: undefined, consumedUnit: undefined, billingCurrency: 'USD' };
const fee = (id: string, billedCost: string, day = '2026-03-01') =>
  usage(id, { ...cost, billedCost, skuId: 'sku-2', chargePeriodStart: `${day}T05:00:00Z` });

describe('the lines behind cells', () => {
  let fixture: ShardFixture;
  let reader: UsageLedgerReader;
  let writer: OpenWriter;
  let digest = '';
  // 2026-03-01 is day 20513.
  const cell = () => ({ digest, startDay: 20_513, endDay: 20_514 });
  const ids = async (until: bigint, limit = 10): Promise<unknown> => {
    const { segments, lines } = await reader.linesOfCells([cell()], new Map([[0, until]]), limit);
    return {
      segments: segments.map(({ shard, seq, events }) => [shard, seq, events]),
      lines: lines.map(({ seq, ordinal, event }) => [seq, ordinal, event.id]),
    };
  };

  beforeAll(async () => {
    fixture = await openShard();
    reader = new UsageLedgerReader(fixture.database);
    writer = await openWriter(fixture);
    await writer.write(counted(0), fee('one', '0.10'), fee('elsewhere', '9', '2026-03-02'));
    await writer.write(counted(1), counted(2));
    await writer.write(fee('two', '0.20'), fee('three', '0.30'));
    await project(fixture, 3n);
    const { series } = await reader.snapshot();
    digest = series.find(({ attrs }) => attrs.skuId === 'sku-2')?.digest ?? '';
  });

  afterAll(() => fixture.close());

  it('are found in every segment that has some, with their place in it', async () => {
    expect(await ids(3n)).toEqual({
      segments: [
        [0, 1n, 1],
        [0, 3n, 2],
      ],
      lines: [
        [1n, 1, 'one'],
        [3n, 0, 'two'],
        [3n, 1, 'three'],
      ],
    });
  });

  it('end at the position asked for', async () => {
    expect(await ids(2n)).toEqual({ segments: [[0, 1n, 1]], lines: [[1n, 1, 'one']] });
  });

  it('are as many as asked for, of segments that are all named', async () => {
    expect(await ids(3n, 2)).toMatchObject({
      segments: { length: 2 },
      lines: [
        [1n, 1, 'one'],
        [3n, 0, 'two'],
      ],
    });
  });

  it('know when they were recorded, and are none of a series that the ledger never met', async () => {
    const { lines } = await reader.linesOfCells([cell()], new Map([[0, 1n]]), 1);
    expect(lines[0]?.recordedAt).toBe(writer.committed[0]?.recordedAt);
    const foreign = { ...cell(), digest: '00'.repeat(16) };
    expect(await reader.linesOfCells([foreign], new Map([[0, 3n]]), 5)).toEqual({
      segments: [],
      lines: [],
    });
  });
});
