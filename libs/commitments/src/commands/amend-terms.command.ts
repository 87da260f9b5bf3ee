import { Command } from '@nestjs/cqrs';
import { type CommandAnswer, type CommandContext } from '@app/pricing';
import { type AmendTerms } from '../domain/index.js';

/** What a change of terms answers. */
export interface AmendedAnswer extends CommandAnswer {
  readonly contractId: string;
  /** The version that the change made, 2 or more; a void has one, too. */
  readonly termsVersion: number;
}

/** Changes clauses of a commitment from a day on. */
export class AmendTermsCommand extends Command<AmendedAnswer> {
  constructor(
    readonly amendment: Omit<AmendTerms, 'type'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}
