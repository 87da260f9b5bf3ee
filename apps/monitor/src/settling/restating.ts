import { type Day, dayOfInstant } from '@app/calendar';
import {
  type BookLoader,
  changedPeriods,
  type CommitmentState,
  nextStatements,
  stateOf,
  type StatementStore,
} from '@app/commitments';
import { type StatementAnswer } from '@app/wire';

const REASON = 'figures changed since the statement was issued';

/** Issues statements again whose figures changed, at most once per UTC day. */
export class Restating {
  private readonly lookedOn = new Map<string, Day>();

  constructor(
    private readonly loader: BookLoader,
    private readonly statements: StatementStore,
  ) {}

  /** Statements of the first commitment that has some to issue today; undefined: none has. */
  async next(
    states: readonly CommitmentState[],
    issuedBy: string,
    now: Date,
  ): Promise<readonly StatementAnswer[] | undefined> {
    const issuedAt = now.toISOString();
    const today = dayOfInstant(issuedAt);
    for (const state of states) {
      const { commitmentId, closed } = state.commitment;
      if (closed.length === 0 || this.lookedOn.get(commitmentId) === today) continue;
      const newest = await this.statements.newest(commitmentId);
      const due = changedPeriods(state, newest).some((one) => dayOfInstant(one.issuedAt) < today);
      if (due) {
        const book = await this.loader.current();
        const issue = { issuedAt, issuedBy, reason: REASON };
        const current = stateOf(book, commitmentId, issuedAt);
        return nextStatements(book, current, newest, issue, (at) => this.loader.at(at));
      }
      this.lookedOn.set(commitmentId, today);
    }
    return undefined;
  }
}
