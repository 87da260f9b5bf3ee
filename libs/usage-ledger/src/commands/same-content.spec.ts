import { contentEquals, type UsageEvent } from '@app/wire';
import fc from 'fast-check';
import { sameContent } from './same-content.js';

const maybe = fc.option(fc.constantFrom('1', '2'), { nil: undefined });
const events = fc
  .record({
    source: fc.constantFrom('a', 'b'),
    id: fc.constantFrom('1', '2'),
    time: fc.option(fc.constantFrom('2026-03-01T00:00:00Z', '2026-03-01T00:00:01Z'), {
      nil: undefined,
    }),
    extensions: fc.option(fc.record({ subject: fc.constantFrom('x', 'y') }), { nil: undefined }),
    data: fc.record({
      chargePeriodStart: fc.constant('2026-03-01T00:00:00Z'),
      chargeCategory: fc.constant('Usage'),
      skuId: maybe,
      consumedQuantity: maybe,
      tags: fc.option(fc.record({ team: fc.constantFrom('x', 'y') }), { nil: undefined }),
    }),
  })
  .map((event) => JSON.parse(JSON.stringify(event)) as UsageEvent);

describe('comparison of two events', () => {
  it('says what the comparison of canonical forms says', () => {
    fc.assert(
      fc.property(events, events, (a, b) => sameContent(a, b) === contentEquals(a, b)),
      { numRuns: 2_000 },
    );
  });

  it('finds an event equal to its copy with members in another order', () => {
    fc.assert(
      fc.property(events, (event) => {
        const turned = Object.fromEntries(Object.entries(event).reverse());
        return sameContent(event, turned as unknown as UsageEvent);
      }),
    );
  });

  it('misses no member that only one of them has', () => {
    fc.assert(
      fc.property(events, (event) => {
        const more = { ...event, data: { ...event.data, regionId: 'r' } };
        return !sameContent(event, more) && !sameContent(more, event);
      }),
    );
  });
});
