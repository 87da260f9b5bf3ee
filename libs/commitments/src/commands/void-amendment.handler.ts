import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AmendedAnswer } from './amend-terms.command.js';
import { changeTerms } from './change-terms.js';
import { ContractCommands } from './contract-commands.js';
import { VoidAmendmentCommand } from './void-amendment.command.js';

@CommandHandler(VoidAmendmentCommand)
export class VoidAmendmentHandler implements ICommandHandler<VoidAmendmentCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ voiding, context }: VoidAmendmentCommand): Promise<AmendedAnswer> {
    return changeTerms(this.contracts, { ...voiding, type: 'VoidAmendment' }, context);
  }
}
