import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';

/** Ends an endpoint for good; what it was not told is canceled. The position is answered. */
export class DeleteEndpointCommand extends Command<bigint> {
  constructor(
    readonly endpointId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
