import { dayNumber } from '@app/calendar';
import { type StatementAnswer } from '@app/wire';
import { periodStatement } from '../domain/index.js';
import { termsAt, termsTimeline } from '../domain/terms/terms-timeline.js';
import { type AttainmentBook, type CommitmentState } from './attainment-book.js';
import { positionOf } from './position-of.js';

/** Who issues statements, when, and why. */
export interface Issue {
  /** RFC 3339 UTC. */
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly reason: string;
}

/**
 * One version of a period's statement at the book's address.
 *
 * @throws ConservationBrokenError when the period does not account for all converted money
 */
export function statementOf(
  book: AttainmentBook,
  state: CommitmentState,
  { periodIndex, version }: { readonly periodIndex: number; readonly version: number },
  issue: Issue,
  delta: StatementAnswer['delta'],
): StatementAnswer {
  const period = periodStatement(state.attainment, periodIndex);
  const { watermark, commitment, contract } = state;
  const lastDay = dayNumber(period.end) - 1;
  const inForce = termsAt(termsTimeline(commitment, contract.start), lastDay);
  const { commitmentId, currency, start, end, figures } = period;
  return {
    ...{ commitmentId, currency, start, end, figures, state: period.state },
    classes: [...period.classes] as StatementAnswer['classes'],
    notCounted: [...period.notCounted] as StatementAnswer['notCounted'],
    contractId: contract.contractId,
    periodIndex,
    version,
    incomplete: watermark === null || watermark < end,
    versions: {
      contract: Number(state.version),
      terms: inForce.version,
      ruleSet: inForce.terms.ruleSetVersion,
      ...book.versionsUsed(state),
    },
    position: positionOf(book.address),
    watermark,
    ...issue,
    inputsHash: book.inputsHash(),
    delta,
  };
}
