import { Command } from '@nestjs/cqrs';
import { type PublishDiscounts } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** Publishes discounts in a book that exists; they lower earlier usage of their days too. */
export class AddDiscountsCommand extends Command<CommandAnswer> {
  constructor(
    readonly priceBookId: string,
    readonly change: Omit<PublishDiscounts, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
