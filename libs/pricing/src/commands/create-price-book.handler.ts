import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { priceBookDecider } from '../domain/index.js';
import { PriceBookNameStore } from '../storage/price-book-name.store.js';
import { type CommandAnswer } from './command-context.js';
import { CreatePriceBookCommand } from './create-price-book.command.js';
import { executeOnStream } from './execute-on-stream.js';
import { priceBookStream } from './price-book-stream.js';

@CommandHandler(CreatePriceBookCommand)
export class CreatePriceBookHandler implements ICommandHandler<CreatePriceBookCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly names: PriceBookNameStore,
  ) {}

  execute({ priceBook, context }: CreatePriceBookCommand): Promise<CommandAnswer> {
    const { priceBookId } = priceBook;
    const command = { ...priceBook, type: 'PublishPriceBook' } as const;
    const stream = priceBookStream(priceBookId);
    return executeOnStream(this.eventStore, stream, priceBookDecider, command, {
      ...context,
      onAppend: (client) => this.names.add(client, priceBookId),
    });
  }
}
