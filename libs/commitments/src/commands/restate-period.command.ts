import { type CommandContext } from '@app/pricing';
import { Command } from '@nestjs/cqrs';
import { type PeriodChanged } from './period-changed.answer.js';

/** Issues the next version of a closed period's statement now, if its figures changed. */
export class RestatePeriodCommand extends Command<PeriodChanged> {
  constructor(
    readonly commitmentId: string,
    readonly index: number,
    readonly reason: string,
    readonly context: Pick<CommandContext, 'actor' | 'dryRun'>,
  ) {
    super();
  }
}
