import { seriesDigest, seriesAttributes, type UsageEvent, type UsageLine } from '@app/wire';
import fc from 'fast-check';
import { seriesKey } from './series-key.js';

const event = (data: Partial<UsageLine>): UsageEvent => ({
  source: 'exporter/a',
  id: '1',
  data: { chargePeriodStart: '2026-03-01T00:00:00Z', chargeCategory: 'Usage', ...data },
});

const text = fc.option(fc.constantFrom('a', 'b', 'ab'), { nil: undefined });
const lines = fc
  .record({
    skuId: text,
    regionId: text,
    subAccountId: text,
    resourceId: text,
    invoiceId: text,
    billedCost: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
    consumedQuantity: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  })
  .map((line) => JSON.parse(JSON.stringify(line)) as Partial<UsageLine>);

describe('series key', () => {
  it('is equal exactly where the series is', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const sameKey = seriesKey(event(a)) === seriesKey(event(b));
        const digest = (line: Partial<UsageLine>) =>
          seriesDigest(seriesAttributes(event(line))).toString('hex');
        return sameKey === (digest(a) === digest(b));
      }),
      { numRuns: 500 },
    );
  });

  it('does not look at what is no dimension', () => {
    expect(seriesKey(event({ resourceId: 'r1', billedCost: '1' }))).toBe(
      seriesKey(event({ resourceId: 'r2', billedCost: '2' })),
    );
  });
});
