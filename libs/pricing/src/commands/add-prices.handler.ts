import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { priceBookDecider } from '../domain/index.js';
import { PriceBookNotFoundError } from '../queries/price-book-not-found.error.js';
import { PriceBookReader } from '../queries/price-book.reader.js';
import { AddPricesCommand } from './add-prices.command.js';
import { type CommandAnswer } from './command-context.js';
import { executeOnStream } from './execute-on-stream.js';
import { priceBookStream } from './price-book-stream.js';

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
    const stream = priceBookStream(priceBookId);
    const command = { ...change, type: 'PublishPrices' } as const;
    return executeOnStream(this.eventStore, stream, priceBookDecider, command, context);
  }
}
