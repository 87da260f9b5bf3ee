import { closedAfter } from './closed-period.js';
import {
  type AmendmentVoided,
  type CapitalReceived,
  type CommitmentEnded,
  type ContractEvent,
  type ContractSigned,
  type TermsAmended,
} from './contract.events.js';
import { type Amendment, type Commitment, type Contract, type Ending } from './contract.state.js';
import { tranche } from './receive-capital.js';

/** The contract after an event. */
export function evolve(contract: Contract, event: ContractEvent): Contract {
  switch (event.type) {
    case 'ContractSigned':
      return signed(event);
    case 'CapitalReceived':
      return { ...contract, capital: withTranche(contract, event) };
    case 'TermsAmended':
      return amended(contract, event.commitmentId, amendment(event));
    case 'AmendmentVoided':
      return amended(contract, event.commitmentId, voiding(event));
    case 'PeriodClosed':
    case 'PeriodCured':
    case 'ShortfallPaid':
      return changed(contract, event.commitmentId, (commitment) => ({
        ...commitment,
        closed: closedAfter(commitment.closed, event),
      }));
    case 'CommitmentEnded':
      return changed(contract, event.commitmentId, (commitment) => ({
        ...commitment,
        ending: endingOf(event),
      }));
    case 'ProviderStatementRecorded': {
      const { through, counted, evidence } = event;
      return changed(contract, event.commitmentId, (commitment) => ({
        ...commitment,
        providerStatements: [...commitment.providerStatements, { through, counted, evidence }],
      }));
    }
  }
}

function signed(event: ContractSigned): Contract {
  return {
    contractId: event.contractId,
    name: event.name,
    provider: event.provider,
    currency: event.currency,
    start: event.start,
    end: event.end,
    invoiceIssuerNames: event.invoiceIssuerNames,
    billingAccountIds: event.billingAccountIds,
    fourEyes: event.fourEyes,
    reason: event.reason,
    evidence: event.evidence,
    capital: event.capital,
    signedTranches: event.capital.length,
    commitments: event.commitments.map((commitment) => ({
      ...commitment,
      amendments: [],
      closed: [],
      providerStatements: [],
    })),
  };
}

function withTranche({ capital }: Contract, event: CapitalReceived): Contract['capital'] {
  const received = tranche(event);
  const known = capital.some(({ trancheId }) => trancheId === received.trancheId);
  return known
    ? capital.map((other) => (other.trancheId === received.trancheId ? received : other))
    : [...capital, received];
}

function amendment({ version, effectiveFrom, terms, reason, evidence }: TermsAmended): Amendment {
  return { version, effectiveFrom, terms, reason, evidence };
}

function voiding({ version, voids, effectiveFrom, reason }: AmendmentVoided): Amendment {
  return { version, effectiveFrom, terms: {}, reason, voids };
}

function endingOf(event: CommitmentEnded): Ending {
  const { kind, effectiveOn, unmet, lots, successorCommitmentId, reason } = event;
  return { kind, effectiveOn, unmet, lots, successorCommitmentId, reason };
}

function amended(contract: Contract, commitmentId: string, amendment: Amendment): Contract {
  return changed(contract, commitmentId, (commitment) => ({
    ...commitment,
    amendments: [...commitment.amendments, amendment],
  }));
}

function changed(
  contract: Contract,
  commitmentId: string,
  change: (commitment: Commitment) => Commitment,
): Contract {
  return {
    ...contract,
    commitments: contract.commitments.map((commitment) =>
      commitment.commitmentId === commitmentId ? change(commitment) : commitment,
    ),
  };
}
