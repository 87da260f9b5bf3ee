import { formatE18 } from '@app/money';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PayShortfallCommand } from './pay-shortfall.command.js';
import { type PeriodChanged } from './period-changed.answer.js';
import { PeriodCommands } from './period-commands.js';

@CommandHandler(PayShortfallCommand)
export class PayShortfallHandler implements ICommandHandler<PayShortfallCommand> {
  constructor(private readonly periods: PeriodCommands) {}

  execute({ commitmentId, index, payment, context }: PayShortfallCommand): Promise<PeriodChanged> {
    const by = { reason: payment.reason, context };
    return this.periods.execute(commitmentId, by, ({ state: { attainment } }) => {
      const period = attainment.periods.find((one) => one.index === index);
      const shortfall = formatE18(period?.shortfallE18 ?? 0n);
      return { type: 'PayShortfall', commitmentId, index, ...payment, shortfall };
    });
  }
}
