import { type CommandAnswer } from '@app/pricing';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommitmentNameStore } from '../storage/commitment-name.store.js';
import { ContractCommands } from './contract-commands.js';
import { SignContractCommand } from './sign-contract.command.js';

@CommandHandler(SignContractCommand)
export class SignContractHandler implements ICommandHandler<SignContractCommand> {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly names: CommitmentNameStore,
  ) {}

  async execute({ contract, context }: SignContractCommand): Promise<CommandAnswer> {
    const { contractId } = contract;
    const ids = contract.commitments.map(({ commitmentId }) => commitmentId);
    if (context.dryRun === true) await this.names.mustBeFree(contractId, ids);
    const command = { ...contract, type: 'SignContract' } as const;
    return this.contracts.execute(contractId, command, {
      ...context,
      onAppend: (client, events) =>
        events.length === 0 ? Promise.resolve() : this.names.claim(client, contractId, ids),
    });
  }
}
