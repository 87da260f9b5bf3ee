import { Command } from '@nestjs/cqrs';
import { type CommandAnswer, type CommandContext } from '@app/pricing';
import { type ReceiveCapital } from '../domain/index.js';

/** Records a capital tranche received under a contract. */
export class ReceiveCapitalCommand extends Command<CommandAnswer> {
  constructor(
    readonly contractId: string,
    readonly tranche: Omit<ReceiveCapital, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
