import { formatE18 } from '@app/money';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CurePeriodCommand } from './cure-period.command.js';
import { type PeriodChanged } from './period-changed.answer.js';
import { PeriodCommands } from './period-commands.js';

@CommandHandler(CurePeriodCommand)
export class CurePeriodHandler implements ICommandHandler<CurePeriodCommand> {
  constructor(private readonly periods: PeriodCommands) {}

  execute({ commitmentId, index, cure, context }: CurePeriodCommand): Promise<PeriodChanged> {
    const by = { reason: cure.reason, context };
    return this.periods.execute(commitmentId, by, ({ state: { attainment }, at }) => {
      const place = attainment.periods.findIndex((period) => period.index === index);
      const gap = formatE18(attainment.periods[place]?.gapE18 ?? 0n);
      const nextCounted = formatE18(attainment.periods[place + 1]?.countedE18 ?? 0n);
      return { type: 'CurePeriod', commitmentId, index, ...cure, at, gap, nextCounted };
    });
  }
}
