import { Command } from '@nestjs/cqrs';
import { type PublishFxRates } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** Publishes rates in an FX table that exists; they convert earlier usage too. */
export class AddFxRatesCommand extends Command<CommandAnswer> {
  constructor(
    readonly fxTableId: string,
    readonly change: Omit<PublishFxRates, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
