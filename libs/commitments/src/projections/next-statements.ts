import { type StatementAnswer } from '@app/wire';
import { diffByCause, type DiffSide } from '../domain/index.js';
import { type AttainmentBook, type CommitmentState } from './attainment-book.js';
import { changedPeriods, deltaOf } from './statement-changes.js';
import { type Issue, statementOf } from './statement-of.js';

/** Loads what was folded at the position of a statement. */
export type BookAt = (position: string) => Promise<AttainmentBook>;

/**
 * What is to be issued as the book has it: the first statement of closed periods that have none, and
 * the next version of those whose figures changed, so that all statements of a commitment agree.
 *
 * @throws ConservationBrokenError when a period does not account for all converted money
 */
export async function nextStatements(
  book: AttainmentBook,
  state: CommitmentState,
  newest: ReadonlyMap<number, StatementAnswer>,
  issue: Issue,
  bookAt: BookAt,
): Promise<StatementAnswer[]> {
  const statements = state.commitment.closed
    .filter(({ index }) => !newest.has(index))
    .map(({ index }) => statementOf(book, state, { periodIndex: index, version: 1 }, issue, []));
  const now = sideOf(book);
  for (const { periodIndex, version, position } of changedPeriods(state, newest)) {
    const then = sideOf(await bookAt(position));
    const changes = diffByCause(state.commitment.commitmentId, then, now);
    const delta = deltaOf(changes, periodIndex, state);
    const next = { periodIndex, version: version + 1 };
    statements.push(statementOf(book, state, next, issue, delta));
  }
  return statements;
}

function sideOf(book: AttainmentBook): DiffSide {
  return { judgement: book.judged, usage: [...book.usage()] };
}
