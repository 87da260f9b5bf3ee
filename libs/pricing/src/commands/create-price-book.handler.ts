import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PriceBookNameStore } from '../storage/price-book-name.store.js';
import { type CommandAnswer } from './command-context.js';
import { CreatePriceBookCommand } from './create-price-book.command.js';
import { executePriceBook } from './execute-price-book.js';

@CommandHandler(CreatePriceBookCommand)
export class CreatePriceBookHandler implements ICommandHandler<CreatePriceBookCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly names: PriceBookNameStore,
  ) {}

  execute({ priceBook, context }: CreatePriceBookCommand): Promise<CommandAnswer> {
    const command = { ...priceBook, type: 'PublishPriceBook' } as const;
    return executePriceBook(this.eventStore, priceBook.priceBookId, command, {
      ...context,
      onAppend: (client) => this.names.add(client, priceBook.priceBookId),
    });
  }
}
