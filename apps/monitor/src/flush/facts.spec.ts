import { AttainmentBook } from '@app/commitments';
import { contractDecider } from '@app/commitments/domain';
import { factsOf } from './facts.js';

const E18 = 10n ** 18n;
const now = new Date('2026-02-01T00:00:00Z');

/** One day with usage of 5 and an upfront purchase of 100, another with usage of 7. */
function bookOf(): AttainmentBook {
  const line = (digest: string, startDay: number, amount: bigint) => ({
    ...{ digest, startDay, endDay: startDay + 1, events: 1n, billedE18: amount * E18 },
    ...{ quantityE18: null, listE18: null, contractedE18: null, effectiveE18: null },
  });
  const series = (digest: string, chargeCategory: string) => ({
    digest,
    attrs: { source: 's', chargeCategory, billingCurrency: 'USD', invoiced: false, mask: 2 },
  });
  const book = new AttainmentBook({
    ...{ vector: new Map([[2, 9n]]), offsets: new Map(), recordedAt: '2026-01-20T00:00:00Z' },
    series: [series('aa', 'Usage'), series('bb', 'Purchase')],
    // 20454 is 2026-01-01.
    cells: [line('aa', 20_454, 5n), line('bb', 20_454, 100n), line('aa', 20_456, 7n)],
    sources: [
      {
        ...{ source: 's', shard: 2, events: 3n, watermark: '2026-01-19', openGap: true },
        ...{ reached: '2026-01-20', lastRecordedAt: '2026-01-20T00:00:00Z' },
      },
    ],
  });
  const [data] = contractDecider.decide(contractDecider.initial(), {
    ...{ type: 'SignContract', contractId: 'k', name: 'k', provider: 'AWS', currency: 'USD' },
    ...{ start: '2026-01-01', end: '2028-01-01', reason: 'spec' },
    commitments: [{ commitmentId: 'c', name: 'C', terms: { periods: 2, minimum: '1000' } }],
  });
  if (data === undefined) throw new Error('not signed');
  const place = { position: 4n, version: 1n, recordedAt: '2026-01-10T00:00:00Z' };
  book.addEvents([{ ...place, data, type: data.type, stream: 'contract-k', actor: 'spec' }]);
  return book;
}

describe('facts for alert rules', () => {
  const book = bookOf();
  const [booked] = book.commitments();
  if (booked === undefined) throw new Error('nothing signed');
  const state = book.state(booked, { through: null, today: '2026-02-01' });
  const facts = factsOf(state, book.address, now);

  it('stand at one address', () => {
    expect(facts).toMatchObject({
      commitmentId: 'c',
      contractId: 'k',
      contractVersion: 1,
      position: '-1:4,2:9',
      asOf: '2026-01-20T00:00:00Z',
      watermark: '2026-01-19',
      historyStart: '2026-01-01',
    });
  });

  it('tell the flow of a day from its purchases', () => {
    expect(facts.days).toEqual([
      { day: '2026-01-01', countedE18: 105n * E18, flowE18: 5n * E18 },
      { day: '2026-01-03', countedE18: 7n * E18, flowE18: 7n * E18 },
    ]);
  });

  it('name every period with what it asks and has', () => {
    expect(
      facts.periods.map(({ index, requirementE18, countedE18 }) => [
        index,
        requirementE18 / E18,
        countedE18 / E18,
      ]),
    ).toEqual([
      [1, 1000n, 112n],
      [2, 1000n, 0n],
    ]);
  });

  it('know the sources and their gaps', () => {
    expect(facts.sources).toEqual([
      {
        ...{ source: 's', watermark: '2026-01-19', openGap: true, cadenceSeconds: null },
        lastRecordedAt: '2026-01-20T00:00:00Z',
      },
    ]);
  });
});
