import { Command } from '@nestjs/cqrs';
import { type PublishPriceBook } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** Opens a price book with its first prices. */
export class CreatePriceBookCommand extends Command<CommandAnswer> {
  constructor(
    readonly priceBook: Omit<PublishPriceBook, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
