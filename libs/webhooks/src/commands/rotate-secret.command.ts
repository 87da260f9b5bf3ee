import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';
import { type RegisteredEndpoint } from './register-endpoint.command.js';

/** A new signing key; the old ones go on to sign beside it for `overlapHours` (0 to 168). */
export class RotateSecretCommand extends Command<RegisteredEndpoint> {
  constructor(
    readonly endpointId: string,
    readonly overlapHours: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}
