import { Command } from '@nestjs/cqrs';
import { type PublishFxTable } from '../domain/index.js';
import { type CommandAnswer, type CommandContext } from './command-context.js';

/** Opens an FX table with its first rates. */
export class CreateFxTableCommand extends Command<CommandAnswer> {
  constructor(
    readonly fxTable: Omit<PublishFxTable, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
