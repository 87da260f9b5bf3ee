import { type UpdateEndpointBody } from '@app/wire';
import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';
import { type EndpointAnswer } from './endpoint-commands.js';

/** Changes what is named and leaves the rest; `state: paused` holds its deliveries. */
export class ChangeEndpointCommand extends Command<EndpointAnswer> {
  constructor(
    readonly endpointId: string,
    readonly body: UpdateEndpointBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
