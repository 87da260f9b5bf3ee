import type { Principal } from '@app/access';
import { sortEvents } from './sort-events.js';
import { toBatchRecords } from './to-records.js';

const anybody: Principal = { id: 'p', keyId: 'k', roles: ['ingest'], sourcePrefixes: [] };
const now = new Date('2027-08-12T00:00:00Z');

function event(source: string, id: string, data: Record<string, unknown> = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      specversion: '1.0',
      type: 'commitment.usage.v1',
      source,
      id,
      data: {
        chargePeriodStart: '2027-08-11T14:00:00Z',
        billedCost: '1',
        billingCurrency: 'USD',
        ...data,
      },
    }),
  );
}

describe('posted events', () => {
  it('are laid together by source, in order, with their bytes untouched', () => {
    const [a1, b1, a2] = [event('a', '1'), event('b', '1'), event('a', '2')];
    const { accepted, received, rejected } = sortEvents([a1, b1, a2], anybody, now);
    expect([...accepted]).toEqual([
      ['a', [a1, a2]],
      ['b', [b1]],
    ]);
    expect([received, rejected]).toEqual([3, []]);
  });

  it('are rejected one by one, each with its place and reason', () => {
    const sent = [event('a', '1', { billedCost: 1 }), event('a', '2'), Buffer.from('{')];
    const { received, rejected } = sortEvents(sent, anybody, now);
    expect(received).toBe(1);
    expect(
      rejected.map(({ index, id, problem }) => [index, id, problem.code, problem.pointer]),
    ).toEqual([
      [0, '1', 'money-must-be-string', '/data/billedCost'],
      [2, null, 'json-invalid', ''],
    ]);
  });

  it('are taken for the sources of the key only', () => {
    const bound = { ...anybody, sourcePrefixes: ['mine/'] };
    const { accepted, rejected } = sortEvents(
      [event('mine/1', '1'), event('other', '2')],
      bound,
      now,
    );
    expect([...accepted.keys()]).toEqual(['mine/1']);
    expect(rejected[0]?.problem).toMatchObject({ code: 'source-forbidden', pointer: '/source' });
  });
});

describe('batch records', () => {
  it('hold a thousand events at most', () => {
    const records = toBatchRecords(Array.from({ length: 2_001 }, (_, n) => Buffer.from(String(n))));
    const lengths = records.map((record) => (JSON.parse(record.toString()) as unknown[]).length);
    expect(lengths).toEqual([1_000, 1_000, 1]);
  });

  it('stay below 1 MiB, and keep order and bytes', () => {
    const events = Array.from({ length: 40 }, (_, n) =>
      Buffer.from(`"${String(n).padStart(60_000, '0')}"`),
    );
    const records = toBatchRecords(events);
    expect(Math.max(...records.map(({ length }) => length))).toBeLessThanOrEqual(1_048_576);
    const texts = records.flatMap((record) => JSON.parse(record.toString()) as string[]);
    expect(texts.map(Number)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  });
});
