import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fxTableDecider } from '../domain/index.js';
import { FxTableNotFoundError } from '../queries/fx-table-not-found.error.js';
import { FxTableReader } from '../queries/fx-table.reader.js';
import { AddFxRatesCommand } from './add-fx-rates.command.js';
import { type CommandAnswer } from './command-context.js';
import { executeOnStream } from './execute-on-stream.js';
import { fxTableStream } from './fx-table-stream.js';

@CommandHandler(AddFxRatesCommand)
export class AddFxRatesHandler implements ICommandHandler<AddFxRatesCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly reader: FxTableReader,
  ) {}

  async execute({ fxTableId, change, context }: AddFxRatesCommand): Promise<CommandAnswer> {
    if ((await this.reader.read(fxTableId)) === undefined) {
      throw new FxTableNotFoundError(fxTableId);
    }
    const stream = fxTableStream(fxTableId);
    const command = { ...change, type: 'PublishFxRates' } as const;
    return executeOnStream(this.eventStore, stream, fxTableDecider, command, context);
  }
}
