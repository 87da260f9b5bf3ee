import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AmendedAnswer, AmendTermsCommand } from './amend-terms.command.js';
import { changeTerms } from './change-terms.js';
import { ContractCommands } from './contract-commands.js';

@CommandHandler(AmendTermsCommand)
export class AmendTermsHandler implements ICommandHandler<AmendTermsCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  execute({ amendment, context }: AmendTermsCommand): Promise<AmendedAnswer> {
    return changeTerms(this.contracts, { ...amendment, type: 'AmendTerms' }, context);
  }
}
