import { type Day } from '@app/calendar';
import { type CommandContext } from '@app/pricing';
import { Command } from '@nestjs/cqrs';
import { type PeriodChanged } from './period-changed.answer.js';

/** Records a payment of an assessed shortfall. */
export class PayShortfallCommand extends Command<PeriodChanged> {
  constructor(
    readonly commitmentId: string,
    readonly index: number,
    /** Amount in the contract's currency. */
    readonly payment: { readonly amount: string; readonly paidOn: Day; readonly reason: string },
    readonly context: CommandContext,
  ) {
    super();
  }
}
