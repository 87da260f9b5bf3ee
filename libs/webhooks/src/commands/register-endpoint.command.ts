import { type RegisterEndpointBody } from '@app/wire';
import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';
import { type EndpointAnswer } from './endpoint-commands.js';

/** The secret is shown by this answer only (and by its repetition under the same key). */
export interface RegisteredEndpoint extends EndpointAnswer {
  readonly secret: string;
}

/** Registers an endpoint; a signed request verifies it before anything else is sent to it. */
export class RegisterEndpointCommand extends Command<RegisteredEndpoint> {
  constructor(
    readonly body: RegisterEndpointBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
