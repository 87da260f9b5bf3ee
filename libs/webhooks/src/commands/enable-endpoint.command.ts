import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';
import { type EndpointAnswer } from './endpoint-commands.js';

/** Verifies the endpoint afresh, at most once a minute; active when it has answered 2xx. */
export class EnableEndpointCommand extends Command<EndpointAnswer> {
  constructor(
    readonly endpointId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
