import { BucketProjector, UsageLedgerReader } from '@app/usage-ledger';
import { openShard, type ShardFixture } from './shard-fixture.js';
import { counted, openWriter, usage } from './writer-fixture.js';

const LARGEST = '9'.repeat(20);

describe('bucket projector', () => {
  let fixture: ShardFixture;

  beforeEach(async () => {
    fixture = await openShard();
  });

  afterEach(async () => {
    await fixture.close();
  });

  const quantity = async () => {
    const { cells, vector } = await new UsageLedgerReader(fixture.database).snapshot();
    const sum = cells.reduce((total, cell) => total + (cell.quantityE18 ?? 0n), 0n);
    return [vector.get(fixture.shard) ?? 0n, sum / 10n ** 18n];
  };

  it('counts each delta once, although two project the same shard', async () => {
    const writer = await openWriter(fixture);
    const rivals = [0, 1].map(() => new BucketProjector(fixture.database, fixture.shard));
    for (let n = 0; n < 12; n += 1) {
      await writer.write(counted(n));
      const segment = writer.committed.at(-1);
      if (segment === undefined) throw new Error('nothing was committed');
      for (const rival of rivals) rival.add(segment);
      // Now one alone, now the other, now both at once.
      const turn = rivals.filter((_, i) => n % 3 === 2 || n % 3 === i);
      await Promise.all(turn.map((rival) => rival.flush(segment.seq)));
      expect(await quantity()).toEqual([segment.seq, BigInt(n + 1)]);
    }
  });

  it('replays what was committed while it was away', async () => {
    const writer = await openWriter(fixture);
    for (let n = 0; n < 5; n += 1) await writer.write(counted(n));
    await new BucketProjector(fixture.database, fixture.shard).flush(5n);
    expect(await quantity()).toEqual([5n, 5n]);
  });

  it('stops at a sum of more than 20 digits and leaves the sums as they were', async () => {
    const writer = await openWriter(fixture);
    const projector = new BucketProjector(fixture.database, fixture.shard);
    await writer.write(usage('a', { consumedQuantity: LARGEST }));
    await projector.flush(1n);
    await writer.write(usage('b', { consumedQuantity: '1' }));
    await expect(projector.flush(2n)).rejects.toMatchObject({ code: '22003' });
    expect(await quantity()).toEqual([1n, BigInt(LARGEST)]);
    // The facts go on.
    await writer.write(usage('c'));
    expect(writer.committed).toHaveLength(3);
  });
});
