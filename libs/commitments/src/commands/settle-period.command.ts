import { type CommandContext } from '@app/pricing';
import { Command } from '@nestjs/cqrs';
import { type PeriodChanged } from './period-changed.answer.js';

/** Closes an ended period now, whether or not its usage is complete. */
export class SettlePeriodCommand extends Command<PeriodChanged> {
  constructor(
    readonly commitmentId: string,
    readonly index: number,
    readonly reason: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}
