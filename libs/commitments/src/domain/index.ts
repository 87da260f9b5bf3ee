export {
  type Attainment,
  type DayEntry,
  type Lifecycle,
  type TermFigures,
} from './attainment/attainment.js';
export { type Attribution } from './attainment/attribution.js';
export {
  NOT_COUNTED_REASONS,
  type NotCounted,
  type NotCountedReason,
} from './attainment/not-counted.js';
export { type Pace, type Risk, type Status } from './attainment/pace.js';
export {
  type ClassFigures,
  type CreditWindow,
  type PeriodFigures,
  type PeriodState,
} from './attainment/period-figures.js';
export { type Suspense, type Unconverted, type UnpricedQuantity } from './attainment/suspense.js';
export { type ClosedPeriod, type LedgerVector } from './contract/closed-period.js';
export {
  type AmendTerms,
  type CancelCommitment,
  type ClosePeriod,
  type CommitmentInput,
  type ContractCommand,
  type CurePeriod,
  type PayShortfall,
  type ReceiveCapital,
  type RecordProviderStatement,
  type RenewCommitment,
  type SequenceLink,
  type SignContract,
  type TrancheInput,
  type VoidAmendment,
} from './contract/contract.commands.js';
export {
  type AmendmentVoided,
  type CapitalReceived,
  type CommitmentEnded,
  type ContractEvent,
  type ContractSigned,
  type PeriodClosed,
  type PeriodCured,
  type ProviderStatementRecorded,
  type ShortfallPaid,
  type SignedCommitment,
  type TermsAmended,
} from './contract/contract.events.js';
export {
  type Amendment,
  type Commitment,
  type Contract,
  type Ending,
  type ProviderStatement,
  type Tranche,
} from './contract/contract.state.js';
export { type DiffFigure } from './diff/diff-figures.js';
export { diffByCause, type DiffSide, type FigureChange } from './diff/diff-by-cause.js';
export { type ChargedCell, type Cut, type ExplainedCell } from './explain/explained-cell.js';
export { Explanation } from './explain/explanation.js';
export { type SummedCell } from './explain/summed-cell.js';
export { createFold } from './fold/create-fold.js';
export { CommitmentUnknownError } from './fold/fold.errors.js';
export {
  type Fold,
  type FoldSeries,
  type Judgement,
  type RecordedIn,
  type ViewPoint,
} from './fold/fold.js';
export {
  type ApplicabilityFraction,
  type ApplicabilityObject,
  type ApplicabilityOperator,
  type ApplicabilityRule,
} from './scope/applicability.js';
export { type TermsInput, type TermsPatch } from './terms/terms-input.js';
export {
  type Basis,
  type ClassCap,
  type ClassRule,
  type ClassTerm,
  type SpendClass,
  type Terms,
} from './terms/terms.js';
export { SPEND_CLASSES } from './classes/spend-classes.js';
export { contractDecider } from './contract/contract.decider.js';
export {
  CONTRACT_PROBLEM_CODES,
  type ContractProblemCode,
  ContractRefusedError,
} from './contract/contract.errors.js';
export { termsAt, type TermsSegment, termsTimeline } from './terms/terms-timeline.js';
export { settle, termGap } from './settle/settle.js';
export {
  type Brought,
  NOTHING_BROUGHT,
  type PeriodInput,
  type SettledFigures,
  type SettlementClauses,
  settlePeriod,
} from './settle/settle-period.js';
export { type Lot } from './settle/lots.js';
export {
  capitalFigures,
  type CapitalFigures,
  type Promised,
  type TrancheState,
} from './capital/capital-figures.js';
export {
  effectivePrice,
  type EffectiveInput,
  type EffectivePrice,
} from './capital/effective-price.js';
export { dayPlan, type PlannedDay } from './pace/day-plan.js';
export { paceOf, type PaceInput } from './pace/pace-of.js';
export { contractWarnings, type ContractWarning } from './contract/contract-warnings.js';
export { canonicalJson, type Json } from './statement/canonical-json.js';
export { assertConservation, ConservationBrokenError } from './statement/conservation.js';
export {
  DELTA_CAUSES,
  deltaByCause,
  type DeltaCause,
  type DeltaPart,
} from './statement/delta-by-cause.js';
export { periodStatement, type PeriodStatement } from './statement/period-statement.js';
