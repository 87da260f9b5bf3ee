import { type CommandAnswer } from '@app/pricing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContractCommands } from './contract-commands.js';
import { ReceiveCapitalCommand } from './receive-capital.command.js';

@CommandHandler(ReceiveCapitalCommand)
export class ReceiveCapitalHandler implements ICommandHandler<ReceiveCapitalCommand> {
  constructor(private readonly contracts: ContractCommands) {}

  async execute({ contractId, tranche, context }: ReceiveCapitalCommand): Promise<CommandAnswer> {
    await this.contracts.mustExist(contractId);
    const command = { ...tranche, type: 'ReceiveCapital' } as const;
    return this.contracts.execute(contractId, command, context);
  }
}
