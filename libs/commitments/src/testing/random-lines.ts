import { addDays } from '@app/calendar';
import { formatE18 } from '@app/money';
import fc from 'fast-check';
import { type Line } from './lines.js';

/** Amounts with every digit that usage may carry, refunds among them. */
const amount = fc
  .bigInt({ min: -(10n ** 21n), max: 10n ** 22n })
  .map((value) => formatE18(value === 0n ? 1n : value));

const kind = fc.constantFrom<Partial<Line>>(
  { lineType: 'Usage' },
  { lineType: 'EdpDiscount' },
  { lineType: 'Refund' },
  { lineType: 'Tax' },
  { lineType: 'Credit' },
  { lineType: 'SavingsPlanUpfrontFee' },
  { lineType: 'ShortfallBalanceCredit' },
  { lineType: 'Never heard of' },
  { billingEntity: 'AWS Marketplace' },
  { billingEntity: 'AWS Marketplace', serviceName: 'Claude (Amazon Bedrock Edition)' },
  { serviceName: 'AWS Support' },
  { billingAccountId: 'elsewhere' },
);

/** Billed lines of every class on days around 2027 and 2028. */
export const lineOf: fc.Arbitrary<Line> = fc
  .record({
    at: fc.integer({ min: -20, max: 760 }),
    length: fc.constantFrom(1, 1, 1, 3, 40),
    billed: amount,
    list: fc.option(amount, { nil: undefined }),
    rest: kind,
    currency: fc.constantFrom('USD', 'USD', 'EUR'),
    subAccountId: fc.constantFrom('a', 'b', 'c'),
  })
  .map(({ at, length, billed, list, rest, currency, subAccountId }) => {
    const day = addDays('2027-01-01', at);
    return {
      day,
      endDay: addDays(day, length),
      billed,
      ...(list === undefined ? {} : { list }),
      billingAccountId: 'ours',
      ...rest,
      billingCurrency: currency,
      subAccountId,
    };
  });
