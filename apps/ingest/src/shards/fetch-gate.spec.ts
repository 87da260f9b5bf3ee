import type { PartitionBatch } from '@app/kafka';
import { crc32c } from '@app/usage-ledger';
import { FetchGate } from './fetch-gate.js';
import { ShardFeed } from './shard-feed.js';

function batch(fetchedOffset: number, offsets: number[], nextOffset: number): PartitionBatch {
  return {
    partition: 0,
    fetchedOffset: BigInt(fetchedOffset),
    nextOffset: BigInt(nextOffset),
    highWatermark: 100n,
    records: offsets.map((offset) => ({
      key: null,
      value: Buffer.from(`v${offset}`),
      timestamp: '5',
      attributes: 0,
      offset: String(offset),
      headers: {},
    })),
    beat: () => Promise.resolve(),
    accept: () => undefined,
  };
}

function gateAt(expected: bigint, tail: { offset: bigint; crc: number } | null = null) {
  const feed = new ShardFeed();
  const gate = new FetchGate(feed);
  gate.reset(expected, tail);
  const taken = async () => {
    const item = await feed.next(0);
    return { offsets: item?.records.map(({ offset }) => offset), nextOffset: item?.nextOffset };
  };
  return { feed, gate, taken };
}

describe('fetch gate', () => {
  it('takes what is next and expects what follows, control records included', async () => {
    const { feed, gate, taken } = gateAt(5n);
    const next = batch(5, [5, 6], 8);
    expect(gate.judge(next)).toBe('take');
    gate.take(next);
    expect(feed.expected).toBe(8n);
    expect(await taken()).toEqual({ offsets: [5n, 6n], nextOffset: 8n });
  });

  it('cuts off what has been decided', async () => {
    const { gate, taken } = gateAt(5n);
    const overlapping = batch(3, [3, 4, 5, 6], 7);
    expect(gate.judge(overlapping)).toBe('take');
    gate.take(overlapping);
    expect(await taken()).toEqual({ offsets: [5n, 6n], nextOffset: 7n });
  });

  it('knows what holds nothing new and what runs ahead', () => {
    const { gate } = gateAt(5n);
    expect([gate.judge(batch(2, [2, 3], 4)), gate.judge(batch(6, [6], 7))]).toEqual([
      'nothing-new',
      'ahead',
    ]);
  });

  it('compares the last record below the head first', () => {
    const tail = { offset: 4n, crc: crc32c(Buffer.from('v4')) };
    const same = gateAt(5n, tail);
    expect(same.gate.wanted).toBe(4n);
    expect(same.gate.judge(batch(5, [5], 6))).toBe('ahead');
    expect(same.gate.judge(batch(4, [4, 5], 6))).toBe('take');
    expect(same.gate.wanted).toBe(5n);
  });

  it.each([
    ['holds other bytes', batch(4, [4, 5], 6), { offset: 4n, crc: 1 }],
    ['is missing', batch(4, [5], 6), { offset: 4n, crc: crc32c(Buffer.from('v4')) }],
  ])('says that the topic was made anew when that record %s', (_, fetched, tail) => {
    expect(gateAt(5n, tail).gate.judge(fetched)).toBe('recreated');
  });

  it('passes over control records only where it stands', () => {
    const { feed, gate } = gateAt(5n);
    expect(gate.skip(7n, 9n)).toBe(false);
    expect(feed.expected).toBe(5n);
    expect(gate.skip(5n, 9n)).toBe(true);
    expect(feed.expected).toBe(9n);
  });
});
