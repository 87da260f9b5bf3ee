import { EventStore } from '@app/event-store';
import { Clock, Database } from '@app/platform';
import { UsageLedgerReader } from '@app/usage-ledger';
import { Module, type Provider } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AmendTermsHandler } from './commands/amend-terms.handler.js';
import { ContractCommands } from './commands/contract-commands.js';
import { ReceiveCapitalHandler } from './commands/receive-capital.handler.js';
import { SignContractHandler } from './commands/sign-contract.handler.js';
import { VoidAmendmentHandler } from './commands/void-amendment.handler.js';
import { BookLoader } from './projections/book-loader.js';
import { AttainmentReader } from './queries/attainment.reader.js';
import { ContractSide } from './queries/contract-side.js';
import { ContractReader } from './queries/contract.reader.js';
import { DiffReader } from './queries/diff.reader.js';
import { ExplanationReader } from './queries/explanation.reader.js';
import { FoldedReader } from './queries/folded.reader.js';
import { GetCommitmentHandler } from './queries/get-commitment.handler.js';
import { GetContractHandler } from './queries/get-contract.handler.js';
import { GetDiffHandler } from './queries/get-diff.handler.js';
import { GetEntriesHandler } from './queries/get-entries.handler.js';
import { GetExplanationHandler } from './queries/get-explanation.handler.js';
import { GetPositionHandler } from './queries/get-position.handler.js';
import { GetSeriesHandler } from './queries/get-series.handler.js';
import { ListCommitmentsHandler } from './queries/list-commitments.handler.js';
import { ListContractsHandler } from './queries/list-contracts.handler.js';
import { LedgerViews } from './queries/ledger-views.js';
import { PositionGate } from './queries/position-gate.js';
import { StoredReader } from './queries/stored.reader.js';
import { AttainmentHeadStore } from './storage/attainment-head.store.js';
import { AttainmentStore } from './storage/attainment.store.js';
import { settlementProviders } from './settlement.providers.js';
import { CommitmentNameStore } from './storage/commitment-name.store.js';

const reading: Provider[] = [
  {
    provide: LedgerViews,
    inject: [Database, EventStore, Clock],
    useFactory: (database: Database, eventStore: EventStore, clock: Clock) =>
      new LedgerViews(new BookLoader(new UsageLedgerReader(database), eventStore), clock),
  },
  {
    provide: PositionGate,
    inject: [Database],
    useFactory: (database: Database) => new PositionGate(new AttainmentHeadStore(database)),
  },
  {
    provide: AttainmentReader,
    inject: [Database, LedgerViews, PositionGate, CommitmentNameStore],
    useFactory: (
      database: Database,
      views: LedgerViews,
      gate: PositionGate,
      names: CommitmentNameStore,
    ) =>
      new AttainmentReader(
        new StoredReader(new AttainmentStore(database)),
        new FoldedReader(views),
        gate,
        names,
      ),
  },
  {
    provide: ExplanationReader,
    inject: [Database, LedgerViews, PositionGate],
    useFactory: (database: Database, views: LedgerViews, gate: PositionGate) =>
      new ExplanationReader(views, gate, new UsageLedgerReader(database)),
  },
  {
    provide: DiffReader,
    inject: [LedgerViews, PositionGate],
    useFactory: (views: LedgerViews, gate: PositionGate) => new DiffReader(views, gate),
  },
  {
    provide: ContractReader,
    inject: [EventStore],
    useFactory: (eventStore: EventStore) => new ContractReader(eventStore),
  },
  {
    provide: ContractSide,
    inject: [EventStore, Clock],
    useFactory: (eventStore: EventStore, clock: Clock) => new ContractSide(eventStore, clock),
  },
];

/**
 * Commands and queries of contracts and commitments. Needs `Database`, `EventStore` and `Clock` from
 * a global module.
 */
@Module({
  imports: [CqrsModule],
  providers: [
    {
      provide: CommitmentNameStore,
      inject: [Database],
      useFactory: (database: Database) => new CommitmentNameStore(database),
    },
    {
      provide: ContractCommands,
      inject: [EventStore, CommitmentNameStore],
      useFactory: (eventStore: EventStore, names: CommitmentNameStore) =>
        new ContractCommands(eventStore, names),
    },
    ...reading,
    ...settlementProviders,
    SignContractHandler,
    ReceiveCapitalHandler,
    AmendTermsHandler,
    VoidAmendmentHandler,
    GetContractHandler,
    ListContractsHandler,
    GetCommitmentHandler,
    ListCommitmentsHandler,
    GetPositionHandler,
    GetSeriesHandler,
    GetEntriesHandler,
    GetExplanationHandler,
    GetDiffHandler,
  ],
})
export class CommitmentsModule {}
