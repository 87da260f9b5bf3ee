import { Command } from '@nestjs/cqrs';
import { type CommandContext } from './command-context.js';

export interface TestDelivery {
  readonly messageId: string;
  readonly deliveryId: string;
}

/** Sends an ordinary, persisted delivery that says `test: true`. */
export class TestEndpointCommand extends Command<TestDelivery> {
  constructor(
    readonly endpointId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
