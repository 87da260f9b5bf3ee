import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { fxTableDecider } from '../domain/index.js';
import { FxTableNameStore } from '../storage/fx-table-name.store.js';
import { type CommandAnswer } from './command-context.js';
import { CreateFxTableCommand } from './create-fx-table.command.js';
import { executeOnStream } from './execute-on-stream.js';
import { fxTableStream } from './fx-table-stream.js';

@CommandHandler(CreateFxTableCommand)
export class CreateFxTableHandler implements ICommandHandler<CreateFxTableCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly names: FxTableNameStore,
  ) {}

  execute({ fxTable, context }: CreateFxTableCommand): Promise<CommandAnswer> {
    const { fxTableId } = fxTable;
    const command = { ...fxTable, type: 'PublishFxTable' } as const;
    const stream = fxTableStream(fxTableId);
    return executeOnStream(this.eventStore, stream, fxTableDecider, command, {
      ...context,
      onAppend: (client) => this.names.add(client, fxTableId),
    });
  }
}
