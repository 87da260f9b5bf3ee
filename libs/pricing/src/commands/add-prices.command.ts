import { Command } from '@nestjs/cqrs';
import { type PublishPrices } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** Publishes prices in a book that exists; they price earlier usage too. */
export class AddPricesCommand extends Command<CommandAnswer> {
  constructor(
    readonly priceBookId: string,
    readonly change: Omit<PublishPrices, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
