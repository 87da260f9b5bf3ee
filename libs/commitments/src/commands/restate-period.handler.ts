import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PeriodChanged } from './period-changed.answer.js';
import { PeriodCommands } from './period-commands.js';
import { RestatePeriodCommand } from './restate-period.command.js';

@CommandHandler(RestatePeriodCommand)
export class RestatePeriodHandler implements ICommandHandler<RestatePeriodCommand> {
  constructor(private readonly periods: PeriodCommands) {}

  execute({ commitmentId, index, reason, context }: RestatePeriodCommand): Promise<PeriodChanged> {
    return this.periods.restate(commitmentId, index, { reason, context });
  }
}
