import { EventStore } from '@app/event-store';
import { Clock, Database } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import { type Provider } from '@nestjs/common';
import { ContractCommands } from './commands/contract-commands.js';
import { CurePeriodHandler } from './commands/cure-period.handler.js';
import { PayShortfallHandler } from './commands/pay-shortfall.handler.js';
import { PeriodCommands } from './commands/period-commands.js';
import { RestatePeriodHandler } from './commands/restate-period.handler.js';
import { SettlePeriodHandler } from './commands/settle-period.handler.js';
import { BookLoader } from './projections/book-loader.js';
import { GetStatementHandler } from './queries/get-statement.handler.js';
import { ListStatementsHandler } from './queries/list-statements.handler.js';
import { StatementStore } from './storage/statement.store.js';

/** Acts on periods, and the statements that they issue. */
export const settlementProviders: readonly Provider[] = [
  {
    provide: StatementStore,
    inject: [Database],
    useFactory: (database: Database) => new StatementStore(database),
  },
  {
    provide: PeriodCommands,
    inject: [Database, EventStore, ContractCommands, StatementStore, Clock],
    useFactory: (
      database: Database,
      eventStore: EventStore,
      contracts: ContractCommands,
      statements: StatementStore,
      clock: Clock,
    ): PeriodCommands => {
      const loader = new BookLoader(new UsageLedgerReader(database), eventStore);
      return new PeriodCommands(contracts, loader, statements, clock);
    },
  },
  SettlePeriodHandler,
  CurePeriodHandler,
  PayShortfallHandler,
  RestatePeriodHandler,
  GetStatementHandler,
  ListStatementsHandler,
];
