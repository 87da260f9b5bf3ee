import { formatDay, monthOf } from '@app/calendar';
import { type OutgoingLine } from '../exporter/wire-event.js';
import { ISSUER, PROVIDER } from './names.js';

interface BilledItem {
  readonly amount: string;
  readonly every: 'day' | 'month';
  readonly line: Partial<OutgoingLine>;
}

/** What the provider bills beside the metered usage: marketplace, support, tax and credits. */
const ITEMS: readonly BilledItem[] = [
  {
    amount: '380000',
    every: 'day',
    line: {
      lineType: 'Usage',
      billingEntity: 'AWS Marketplace',
      serviceName: 'Vector search',
      publisherName: 'Example Data, Inc.',
    },
  },
  {
    amount: '1200000',
    every: 'month',
    line: { lineType: 'Usage', billingEntity: 'AWS', serviceName: 'AWS Support (Enterprise)' },
  },
  {
    amount: '905000.37',
    every: 'month',
    line: { lineType: 'Tax', chargeCategory: 'Tax', billingEntity: 'AWS', serviceName: 'Tax' },
  },
  {
    amount: '-2500000',
    every: 'month',
    line: {
      lineType: 'Credit',
      chargeCategory: 'Credit',
      billingEntity: 'AWS',
      serviceName: 'Credits',
    },
  },
];

/** The billed lines of one day (day number); those of a month stand on its first day. */
export function billedLines(day: number, account: string): OutgoingLine[] {
  const today = formatDay(day);
  const isFirst = monthOf(today) === today;
  return ITEMS.filter(({ every }) => every === 'day' || isFirst).map(({ amount, line }) => ({
    chargePeriodStart: `${today}T00:00:00Z`,
    chargePeriodEnd: `${formatDay(day + 1)}T00:00:00Z`,
    serviceProviderName: PROVIDER,
    invoiceIssuerName: ISSUER,
    billingAccountId: account,
    subAccountId: account,
    ...line,
    billedCost: amount,
    listCost: amount,
    contractedCost: amount,
    effectiveCost: amount,
    billingCurrency: 'USD',
  }));
}
