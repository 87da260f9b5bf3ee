/** The example of the API's documentation, under ids of one's own. */
export function contractBody(id: string): Record<string, unknown> {
  return {
    contractId: `contract-${id}`,
    name: 'AWS private pricing 2027-2031',
    provider: 'AWS',
    invoiceIssuerNames: ['Amazon Web Services, Inc.'],
    billingAccountIds: ['123456789012'],
    currency: 'USD',
    start: '2027-01-01',
    end: '2032-01-01',
    reason: 'signed 2026-12-18',
    capital: [{ trancheId: 'investment', amount: '5000000000.00', receivedOn: '2027-01-15' }],
    commitments: [
      {
        commitmentId: `commitment-${id}`,
        name: 'USD 100B over five years',
        category: 'SPEND',
        priority: 10,
        allocation: 'INDEPENDENT',
        scope: { IsGlobalScope: true },
        terms: {
          anchorDate: '2027-01-01',
          periods: 5,
          minimum: '20000000000.00',
          kind: 'PER_PERIOD',
          termMinimum: '100000000000.00',
          basis: 'BILLED',
        },
      },
    ],
  };
}

export function priceBookBody(id: string): Record<string, unknown> {
  return {
    priceBookId: `book-${id}`,
    provider: 'AWS',
    currency: 'USD',
    prices: [{ skuId: 'sku-in', unit: 'tokens', per: '1000000', unitPrice: '3' }],
    reason: 'list of January',
  };
}

/** A valid usage event. */
export function usageEvent(source: string, id: string): Record<string, unknown> {
  return {
    specversion: '1.0',
    type: 'commitment.usage.v1',
    source,
    id,
    data: {
      chargePeriodStart: '2026-08-11T14:00:00Z',
      chargePeriodEnd: '2026-08-11T15:00:00Z',
      serviceName: 'Bedrock',
      billedCost: '12.50',
      billingCurrency: 'USD',
    },
  };
}
