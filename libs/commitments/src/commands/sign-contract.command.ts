import { Command } from '@nestjs/cqrs';
import { type CommandAnswer, type CommandContext } from '@app/pricing';
import { type SignContract } from '../domain/index.js';

/** Signs a contract with its commitments. */
export class SignContractCommand extends Command<CommandAnswer> {
  constructor(
    readonly contract: Omit<SignContract, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
