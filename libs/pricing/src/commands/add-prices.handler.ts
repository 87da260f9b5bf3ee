import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PriceBookNotFoundError } from '../queries/price-book-not-found.error.js';
import { PriceBookReader } from '../queries/price-book.reader.js';
import { AddPricesCommand } from './add-prices.command.js';
import { type CommandAnswer } from './command-context.js';
import { executePriceBook } from './execute-price-book.js';

@CommandHandler(AddPricesCommand)
export class AddPricesHandler implements ICommandHandler<AddPricesCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly reader: PriceBookReader,
  ) {}

  async execute({ priceBookId, change, context }: AddPricesCommand): Promise<CommandAnswer> {
    if ((await this.reader.read(priceBookId)) === undefined) {
      throw new PriceBookNotFoundError(priceBookId);
    }
    const command = { ...change, type: 'PublishPrices' } as const;
    return executePriceBook(this.eventStore, priceBookId, command, context);
  }
}
