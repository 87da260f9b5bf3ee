import { Clock } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { cancelOpen } from '../storage/held.js';
import { DeleteEndpointCommand } from './delete-endpoint.command.js';
import { EndpointCommands } from './endpoint-commands.js';

@CommandHandler(DeleteEndpointCommand)
export class DeleteEndpointHandler implements ICommandHandler<DeleteEndpointCommand> {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly clock: Clock,
  ) {}

  async execute({ endpointId, context }: DeleteEndpointCommand): Promise<bigint> {
    const { position } = await this.commands.execute(
      { type: 'DeleteEndpoint', endpointId },
      context,
      this.clock.now().toISOString(),
      (client) => cancelOpen(client, endpointId),
    );
    return position;
  }
}
