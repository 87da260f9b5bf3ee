import { LABORATORY_ACCOUNT } from '@app/imports';

export const DEMO_CONTRACT = 'demo-aws';
export const DEMO_COMMITMENT = 'demo-100b';

const YEARS = 5;

/** First of January of the year of `today` (YYYY-MM-DD). */
export function demoStart(today: string): string {
  return `${today.slice(0, 4)}-01-01`;
}

/** The body of `POST /v1/contracts`: 100 billion USD over five years, 20 billion in each. */
export function demoContract(today: string): object {
  const start = demoStart(today);
  const year = Number(today.slice(0, 4));
  return {
    contractId: DEMO_CONTRACT,
    name: `Demo: AWS private pricing ${year}-${year + YEARS - 1}`,
    provider: 'AWS',
    invoiceIssuerNames: ['Amazon Web Services, Inc.'],
    // An account of its own: other usage does not count towards the demo by accident.
    billingAccountIds: [LABORATORY_ACCOUNT],
    currency: 'USD',
    start,
    end: `${year + YEARS}-01-01`,
    reason: 'the demo contract of the development stack',
    commitments: [
      {
        commitmentId: DEMO_COMMITMENT,
        name: 'USD 100B over five years',
        category: 'SPEND',
        scope: { IsGlobalScope: true },
        terms: {
          anchorDate: start,
          periods: YEARS,
          minimum: '20000000000.00',
          kind: 'PER_PERIOD',
          basis: 'BILLED',
        },
      },
    ],
  };
}
