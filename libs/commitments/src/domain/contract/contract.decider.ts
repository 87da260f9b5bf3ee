import { amendTerms } from './amend-terms.js';
import { type ContractCommand } from './contract.commands.js';
import { type ContractEvent } from './contract.events.js';
import { type Contract, initialContract } from './contract.state.js';
import { evolve } from './evolve.js';
import { receiveCapital } from './receive-capital.js';
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
  }
}

/** One contract with its commitments, amendments and capital. */
export const contractDecider = { initial: initialContract, decide, evolve };
