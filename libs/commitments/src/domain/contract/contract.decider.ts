import { amendTerms } from './amend-terms.js';
import { cancelCommitment } from './cancel-commitment.js';
import { closePeriod } from './close-period.js';
import { type ContractCommand } from './contract.commands.js';
import { type ContractEvent } from './contract.events.js';
import { type Contract, initialContract } from './contract.state.js';
import { curePeriod } from './cure-period.js';
import { evolve } from './evolve.js';
import { payShortfall } from './pay-shortfall.js';
import { receiveCapital } from './receive-capital.js';
import { recordProviderStatement } from './record-provider-statement.js';
import { renewCommitment } from './renew-commitment.js';
import { signContract } from './sign-contract.js';
import { voidAmendment } from './void-amendment.js';

function decide(contract: Contract, command: ContractCommand): ContractEvent[] {
  switch (command.type) {
    case 'SignContract':
      return signContract(contract, command);
    case 'ReceiveCapital':
      return receiveCapital(contract, command);
    case 'AmendTerms':
      return amendTerms(contract, command);
    case 'VoidAmendment':
      return voidAmendment(contract, command);
    case 'ClosePeriod':
      return closePeriod(contract, command);
    case 'CurePeriod':
      return curePeriod(contract, command);
    case 'PayShortfall':
      return payShortfall(contract, command);
    case 'RenewCommitment':
      return renewCommitment(contract, command);
    case 'CancelCommitment':
      return cancelCommitment(contract, command);
    case 'RecordProviderStatement':
      return recordProviderStatement(contract, command);
  }
}

/** One contract with its commitments, amendments and capital. */
export const contractDecider = { initial: initialContract, decide, evolve };
