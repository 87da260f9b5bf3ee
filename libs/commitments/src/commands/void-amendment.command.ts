import { Command } from '@nestjs/cqrs';
import { type CommandContext } from '@app/pricing';
import { type VoidAmendment } from '../domain/index.js';
import { type AmendedAnswer } from './amend-terms.command.js';

/** Takes an amendment back; the history keeps both. */
export class VoidAmendmentCommand extends Command<AmendedAnswer> {
  constructor(
    readonly voiding: Omit<VoidAmendment, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
