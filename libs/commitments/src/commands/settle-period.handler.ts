import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closingOf } from '../projections/closing.js';
import { type PeriodChanged } from './period-changed.answer.js';
import { PeriodCommands } from './period-commands.js';
import { SettlePeriodCommand } from './settle-period.command.js';

@CommandHandler(SettlePeriodCommand)
export class SettlePeriodHandler implements ICommandHandler<SettlePeriodCommand> {
  constructor(private readonly periods: PeriodCommands) {}

  execute({ commitmentId, index, reason, context }: SettlePeriodCommand): Promise<PeriodChanged> {
    return this.periods.execute(commitmentId, { reason, context }, (view) =>
      closingOf(view, index, reason),
    );
  }
}
