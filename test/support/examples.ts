/** Bodies as a person would write them; every spec says what differs. */
export interface ContractInput {
  readonly contractId: string;
  readonly commitmentId: string;
  readonly start?: string;
  readonly end?: string;
  readonly periods?: number;
  readonly minimum?: string;
  readonly billingAccountIds?: readonly string[];
  readonly terms?: Readonly<Record<string, unknown>>;
}

export function contractBody(input: ContractInput): Record<string, unknown> {
  const { contractId, commitmentId, start = '2026-01-01', end = '2031-01-01' } = input;
  return {
    contractId,
    name: `Contract ${contractId}`,
    provider: 'AWS',
    billingAccountIds: input.billingAccountIds ?? [],
    currency: 'USD',
    start,
    end,
    reason: 'signed for a spec',
    commitments: [
      {
        commitmentId,
        name: `Commitment ${commitmentId}`,
        terms: {
          anchorDate: start,
          periods: input.periods ?? 5,
          minimum: input.minimum ?? '20000000000.00',
          ...input.terms,
        },
      },
    ],
  };
}

export interface UsageEventInput {
  readonly source: string;
  readonly id: string;
  readonly sequence?: string;
  readonly epoch?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A CloudEvent of one usage line. */
export function usageEvent({ source, id, sequence, epoch, data }: UsageEventInput): object {
  return {
    specversion: '1.0',
    type: 'commitment.usage.v1',
    source,
    id,
    ...(sequence === undefined ? {} : { epoch: epoch ?? '1', sequence }),
    data,
  };
}
