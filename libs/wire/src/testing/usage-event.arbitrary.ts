import fc from 'fast-check';
import { type UsageEvent } from '../events/usage-event.js';

const NOW_SECONDS = Date.UTC(2027, 7, 12) / 1000;
/** The clock that the arbitrary events are valid at. */
export const ARBITRARY_NOW = new Date(NOW_SECONDS * 1000);
const EARLIEST_SECONDS = Date.UTC(2000, 0, 1) / 1000;
const THREE_YEARS_SECONDS = 3 * 365 * 86_400;

/** Any Unicode text that PostgreSQL can keep, with awkward ones among them. */
const text = (max: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('a', 'us-east-2', 'claude:input', 'é"\\/\n', '日本', '𝒳', '__x'),
    },
    {
      weight: 1,
      arbitrary: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 12) })
        .filter((t) => !t.includes('\u0000')),
    },
  );

const amount = fc
  .tuple(
    fc.bigInt(-(10n ** 20n) + 1n, 10n ** 20n - 1n),
    fc.string({ unit: fc.constantFrom('0', '1', '5', '9'), maxLength: 18 }),
  )
  .map(([whole, fraction]) => {
    const digits = fraction.replace(/0+$/, '');
    return digits === '' ? whole.toString() : `${whole.toString()}.${digits}`;
  });
const smallAmount = fc.integer({ min: -5000, max: 5_000_000 }).map((n) => n.toString());
const anyAmount = fc.oneof(smallAmount, amount);

const instant = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.integer({ min, max }),
      fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 999_999_999 })),
    )
    .map(([seconds, nanos]) => {
      const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
      const fraction =
        nanos === 0 ? '' : `.${nanos.toString().padStart(9, '0').replace(/0+$/, '')}`;
      return `${whole}${fraction}Z`;
    });
const month = fc
  .integer({ min: 0, max: 300 })
  .map((n) => `${2000 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`);
const counter = fc.oneof(fc.nat(1000).map(String), fc.bigInt(0n, 2n ** 64n - 1n).map(String));
const key = fc.constantFrom('a', 'b', 'ContractId', 'é', '1', '10', '9');
const json: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    text(8),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(key, tie('node'), { maxKeys: 3 }),
  ),
})).node;

const OPTIONAL = {
  billingPeriodStart: month,
  invoiceId: text(128),
  invoiceMonth: month,
  chargeClass: fc.constant('Correction'),
  corrects: fc.record({ source: text(256), id: text(256) }),
  correctedBillingPeriodStart: month,
  lineType: text(128),
  billingEntity: text(128),
  serviceProviderName: text(128),
  hostProviderName: text(128),
  invoiceIssuerName: text(128),
  publisherName: text(128),
  billingAccountId: text(128),
  subAccountId: text(128),
  serviceName: text(128),
  serviceCategory: text(128),
  skuId: text(128),
  skuMeter: text(128),
  regionId: text(128),
  workload: fc.constantFrom('inference', 'training', 'other'),
  model: text(128),
  accelerator: text(128),
  billedCost: anyAmount,
  listCost: anyAmount,
  contractedCost: anyAmount,
  effectiveCost: anyAmount,
  contractApplied: fc.dictionary(key, json, { maxKeys: 3 }),
  resourceId: text(64),
  tags: fc.dictionary(text(64), fc.oneof(fc.constant(''), text(256)), { maxKeys: 4 }),
};

const line = fc
  .record({
    optional: fc.record(OPTIONAL, { requiredKeys: [] }),
    start: instant(EARLIEST_SECONDS, NOW_SECONDS),
    lengthSeconds: fc.option(
      fc.oneof(
        fc.constant(3600),
        fc.constant(86_400),
        fc.integer({ min: 1, max: THREE_YEARS_SECONDS }),
      ),
    ),
    quantity: anyAmount,
    metered: fc.boolean(),
    chargeCategory: fc.constantFrom('Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'),
  })
  .map(({ optional, start, lengthSeconds, quantity, metered, chargeCategory }) => {
    const costs = [
      optional.billedCost,
      optional.listCost,
      optional.contractedCost,
      optional.effectiveCost,
    ];
    const reportsCost = costs.some((cost) => cost !== undefined);
    return {
      ...optional,
      chargePeriodStart: start,
      chargeCategory,
      ...(lengthSeconds === null ? {} : { chargePeriodEnd: plus(start, lengthSeconds) }),
      ...(metered || !reportsCost ? { consumedQuantity: quantity, consumedUnit: 'tokens' } : {}),
      ...(reportsCost ? { billingCurrency: 'USD' } : {}),
    };
  });

function plus(start: string, seconds: number): string {
  const whole = new Date((Date.parse(`${start.slice(0, 19)}Z`) / 1000 + seconds) * 1000)
    .toISOString()
    .slice(0, 19);
  return whole + start.slice(19);
}

const extensions = fc.dictionary(
  fc.constantFrom('subject', 'tracestate', 'team', 'constructor'),
  fc.constantFrom('x', 'é', 'true'),
  { minKeys: 1, maxKeys: 3 },
);

/** Valid events in canonical values, with every optional member now there and now not. */
export const usageEvent: fc.Arbitrary<UsageEvent> = fc
  .record(
    {
      source: fc.constantFrom('exporter/a', 'exporter/b', 'urn:x:%20', '/c?d#e'),
      id: fc.oneof(
        fc.uuid(),
        text(256).filter((t) => !/\p{Cc}/u.test(t)),
        fc.nat(2000).map((n) => `run-${String(n).padStart(6, '0')}`),
      ),
      epoch: counter,
      sequence: counter,
      time: instant(EARLIEST_SECONDS, NOW_SECONDS),
      traceparent: fc.constant('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
      extensions,
      data: line,
    },
    { requiredKeys: ['source', 'id', 'data'] },
  )
  .map((event) => event as unknown as UsageEvent);

/** Events in the spelling that the fast path knows. */
export const commonEvent: fc.Arbitrary<UsageEvent> = fc
  .record(
    {
      source: fc.constantFrom('exporter/a', 'exporter/b'),
      id: fc.nat(2000).map((n) => `run-${String(n).padStart(6, '0')}`),
      epoch: fc.nat(9).map(String),
      sequence: fc.nat(1000).map(String),
      data: fc.record(
        {
          chargePeriodStart: fc
            .integer({ min: EARLIEST_SECONDS, max: NOW_SECONDS })
            .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')),
          chargeCategory: fc.constantFrom('Usage', 'Tax'),
          consumedQuantity: smallAmount,
          consumedUnit: fc.constant('tokens'),
          skuId: fc.constantFrom('a', 'b'),
          billedCost: anyAmount,
          billingCurrency: fc.constant('EUR'),
          tags: fc.constant({ team: 'é' }),
        },
        {
          requiredKeys: [
            'chargePeriodStart',
            'chargeCategory',
            'consumedQuantity',
            'consumedUnit',
            'billingCurrency',
          ],
        },
      ),
    },
    { requiredKeys: ['source', 'id', 'data'] },
  )
  .map((event) => event as unknown as UsageEvent);
