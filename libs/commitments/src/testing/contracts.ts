import {
  type CommitmentInput,
  type Contract,
  contractDecider,
  type ContractCommand,
  type SignContract,
  type TermsInput,
} from '../domain/index.js';

type Signing = Partial<Omit<SignContract, 'type' | 'commitments'>>;

/** The contract of the worked examples: 2027 to 2031, 20 billion USD a year. */
export const EXAMPLE: Omit<SignContract, 'commitments'> = {
  type: 'SignContract',
  contractId: 'aws-2027',
  name: 'AWS private pricing 2027-2031',
  provider: 'AWS',
  currency: 'USD',
  start: '2027-01-01',
  end: '2032-01-01',
  reason: 'signed 2026-12-18',
};

export const COMMITMENT_ID = 'aws-100b';

/** Signs the example contract with other terms, then applies later commands. */
export function contractOf(
  terms: TermsInput,
  signing: Signing = {},
  later: readonly ContractCommand[] = [],
): Contract {
  const commitment = { commitmentId: COMMITMENT_ID, name: 'USD 100B over five years', terms };
  return contractWith([commitment], signing, later);
}

/** The same with commitments of one's own. */
export function contractWith(
  commitments: readonly CommitmentInput[],
  signing: Signing = {},
  later: readonly ContractCommand[] = [],
): Contract {
  return [{ ...EXAMPLE, ...signing, commitments }, ...later].reduce<Contract>(
    (contract, command) =>
      contractDecider
        .decide(contract, command)
        .reduce((state, event) => contractDecider.evolve(state, event), contract),
    contractDecider.initial(),
  );
}

/** Terms of the example: 20 billion USD in each of five years. */
export const EXAMPLE_TERMS: TermsInput = {
  anchorDate: '2027-01-01',
  periods: 5,
  minimum: '20000000000.00',
  termMinimum: '100000000000.00',
};
