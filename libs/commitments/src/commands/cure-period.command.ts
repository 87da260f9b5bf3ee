import { type CommandContext } from '@app/pricing';
import { Command } from '@nestjs/cqrs';
import { type PeriodChanged } from './period-changed.answer.js';

/** Moves counted spend of the next period into a closed one, while the days of its cure last. */
export class CurePeriodCommand extends Command<PeriodChanged> {
  constructor(
    readonly commitmentId: string,
    readonly index: number,
    /** Amount in the contract's currency. */
    readonly cure: { readonly amount: string; readonly reason: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}
