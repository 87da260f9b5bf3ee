import { Clock } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EnableEndpointCommand } from './enable-endpoint.command.js';
import { type EndpointAnswer, EndpointCommands } from './endpoint-commands.js';

@CommandHandler(EnableEndpointCommand)
export class EnableEndpointHandler implements ICommandHandler<EnableEndpointCommand> {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly clock: Clock,
  ) {}

  async execute({ endpointId, context }: EnableEndpointCommand): Promise<EndpointAnswer> {
    const at = this.clock.now().toISOString();
    const command = { type: 'EnableEndpoint', endpointId, at } as const;
    const done = await this.commands.execute(command, context, at);
    return this.commands.answer(endpointId, done);
  }
}
