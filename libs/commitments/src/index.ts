export { type AmendedAnswer, AmendTermsCommand } from './commands/amend-terms.command.js';
export { CurePeriodCommand } from './commands/cure-period.command.js';
export { FourEyesRequiredError } from './commands/four-eyes-required.error.js';
export { PayShortfallCommand } from './commands/pay-shortfall.command.js';
export { type PeriodChanged } from './commands/period-changed.answer.js';
export { ReceiveCapitalCommand } from './commands/receive-capital.command.js';
export { RestatePeriodCommand } from './commands/restate-period.command.js';
export { SettlePeriodCommand } from './commands/settle-period.command.js';
export { SignContractCommand } from './commands/sign-contract.command.js';
export { VoidAmendmentCommand } from './commands/void-amendment.command.js';
export { CommitmentsModule } from './commitments.module.js';
export {
  AttainmentBook,
  type BookedCommitment,
  type CommitmentState,
} from './projections/attainment-book.js';
export {
  AttainmentProjection,
  type DayRow,
  type HeadlineRow,
  type NumberedSeries,
} from './projections/attainment.projection.js';
export { BookLoader } from './projections/book-loader.js';
export { closingOf } from './projections/closing.js';
export { dayRows } from './projections/day-rows.js';
export { decidePeriod, type DecidedPeriod, stateOf } from './projections/decided-period.js';
export { type JudgementPart } from './projections/judgement-fold.js';
export { type LedgerAddress } from './projections/ledger-address.js';
export { nextStatements } from './projections/next-statements.js';
export { positionOf } from './projections/position-of.js';
export { positionBody, type PositionBody } from './projections/position.view.js';
export { silentSources } from './projections/silent-sources.js';
export { changedPeriods } from './projections/statement-changes.js';
export { GetCommitmentQuery } from './queries/get-commitment.query.js';
export { GetContractQuery } from './queries/get-contract.query.js';
export { type EntriesRange, GetEntriesQuery } from './queries/get-entries.query.js';
export { type DiffMoments, GetDiffQuery } from './queries/get-diff.query.js';
export {
  type ExplainAnswer,
  type ExplainRange,
  GetExplanationQuery,
} from './queries/get-explanation.query.js';
export { GetPositionQuery } from './queries/get-position.query.js';
export { GetSeriesQuery, type SeriesRequest } from './queries/get-series.query.js';
export { GetStatementQuery } from './queries/get-statement.query.js';
export { ListCommitmentsQuery } from './queries/list-commitments.query.js';
export { ListContractsQuery } from './queries/list-contracts.query.js';
export { ListStatementsQuery } from './queries/list-statements.query.js';
export { CommitmentNotFoundError, ContractNotFoundError } from './queries/not-found.errors.js';
export { ProjectionBehindError } from './queries/projection-behind.error.js';
export { type ListAnswer, type ListSlice, type ReadAddress } from './queries/read-address.js';
export { AttainmentHeadStore, FenceLostError } from './storage/attainment-head.store.js';
export { CommitmentNameTakenError } from './storage/commitment-name.store.js';
export { StatementNotFoundError } from './queries/statement-not-found.error.js';
export { StatementStore } from './storage/statement.store.js';
export { commitmentsMigrations } from './storage/migrations/index.js';
