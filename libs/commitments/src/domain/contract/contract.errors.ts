/** Every code that a contract command is refused by (commitments.md section 11). */
export const CONTRACT_PROBLEM_CODES = [
  'reason-required',
  'already-exists',
  'not-found',
  'day-invalid',
  'period-empty',
  'money-invalid',
  'minimum-negative',
  'ratio-invalid',
  'schedule-ambiguous',
  'schedule-gap',
  'schedule-overlap',
  'schedule-does-not-cover-term',
  'minimum-count',
  'milestones-decrease',
  'clause-needs-per-period',
  'usage-clause-invalid',
  'class-unknown',
  'class-never-counts',
  'invoice-window-not-month',
  'scope-invalid',
  'scope-dimension-unknown',
  'scope-not-computable',
  'exclusive-group-differs',
  'sequence-invalid',
  'currency-unknown',
  'fx-rate-invalid',
  'effective-outside-term',
  'clause-immutable',
  'amendment-empty',
  'void-invalid',
  'currency-mismatch',
  'period-not-ended',
  'period-closed',
  'cure-too-large',
  'no-shortfall',
  'renewal-invalid',
] as const;

export type ContractProblemCode = (typeof CONTRACT_PROBLEM_CODES)[number];

/** A contract command that breaks a rule; nothing of it is applied. */
export class ContractRefusedError extends Error {
  constructor(
    readonly code: ContractProblemCode,
    /** RFC 6901 pointer into the command. */
    readonly pointer: string,
    detail: string,
  ) {
    super(detail);
  }
}
