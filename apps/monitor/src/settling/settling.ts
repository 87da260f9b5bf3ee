import { dayOfInstant } from '@app/calendar';
import {
  type BookLoader,
  closingOf,
  type CommitmentState,
  decidePeriod,
  FenceLostError,
  type StatementStore,
} from '@app/commitments';
import { type EventStore } from '@app/event-store';
import { type Database, isOutage, type Lease } from '@app/platform';
import { type LoggerService } from '@nestjs/common';
import { dataIncomplete, statementsIssued } from '../monitor.metrics.js';
import { type DuePeriod, duePeriods } from './due-periods.js';
import { Restating } from './restating.js';

const ACTOR = 'system:monitor';
const REASON = 'the period has ended and its usage is complete';
/** After a failure, so that a fault does not load the ledger again and again. */
const RETRY_MS = 60_000;

export interface SettlingParts {
  readonly database: Database;
  readonly lease: Lease;
  readonly eventStore: EventStore;
  readonly loader: BookLoader;
  readonly statements: StatementStore;
  readonly logger: LoggerService;
}

/** Somebody else recorded something meanwhile: the next round decides on the newer state. */
class OvertakenError extends Error {
  readonly code = 'version-conflict';
}

/** Closes periods by itself when their time has come, and issues statements that no longer hold again. */
export class Settling {
  private notBefore = 0;
  private readonly told = new Set<string>();

  private readonly restating: Restating;

  constructor(private readonly parts: SettlingParts) {
    this.restating = new Restating(parts.loader, parts.statements);
  }

  /**
   * Closes the first period that is due and complete, or else issues the statements of a commitment
   * again; what is left comes in the next rounds.
   *
   * @throws FenceLostError when another monitor has taken over
   */
  async run(states: readonly CommitmentState[], fence: bigint, now: Date): Promise<void> {
    const due = duePeriods(states, dayOfInstant(now.toISOString()));
    this.report(due.filter(({ isComplete }) => !isComplete));
    if (now.getTime() < this.notBefore) return;
    const next = due.find(({ isComplete }) => isComplete);
    try {
      await (next === undefined ? this.restate(states, fence, now) : this.close(next, fence, now));
    } catch (error) {
      if (isOutage(error) || error instanceof FenceLostError) throw error;
      if ((error as { code?: unknown }).code === 'version-conflict') return;
      this.notBefore = now.getTime() + RETRY_MS;
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.parts.logger.error({ message: 'statement not issued', ...next, detail });
    }
  }

  private async close(due: DuePeriod, fence: bigint, now: Date): Promise<void> {
    const { loader, statements, database, lease, eventStore } = this.parts;
    const { commitmentId, index } = due;
    const issue = { issuedAt: now.toISOString(), issuedBy: ACTOR, reason: REASON };
    const book = await loader.current();
    const before = {
      newest: await statements.newest(commitmentId),
      bookAt: (position: string) => loader.at(position),
    };
    const decided = await decidePeriod(book, before, commitmentId, issue, (view) =>
      closingOf(view, index, REASON),
    );
    await database.transaction(async (client) => {
      if (!(await lease.check(client, fence))) throw new FenceLostError(fence);
      const { stream, version, events, position } = decided;
      const [first] = await eventStore.appendIn(client, stream, version, events, ACTOR);
      if (first?.position !== position) throw new OvertakenError();
      await statements.add(client, decided.statements, position);
    });
    statementsIssued.inc(decided.statements.length);
    this.parts.logger.log({ message: 'period closed', commitmentId, index });
  }

  private async restate(
    states: readonly CommitmentState[],
    fence: bigint,
    now: Date,
  ): Promise<void> {
    const { statements, database, lease, logger } = this.parts;
    const issued = await this.restating.next(states, ACTOR, now);
    const [first] = issued ?? [];
    if (issued === undefined || first === undefined) return;
    await database.transaction(async (client) => {
      if (!(await lease.check(client, fence))) throw new FenceLostError(fence);
      await statements.add(client, issued, null);
    });
    statementsIssued.inc(issued.length);
    logger.log({ message: 'statements issued again', commitmentId: first.commitmentId });
  }

  private report(waiting: readonly DuePeriod[]): void {
    dataIncomplete.set(waiting.length);
    for (const { commitmentId, index } of waiting) {
      const period = `${commitmentId}/${index}`;
      if (this.told.has(period)) continue;
      this.told.add(period);
      this.parts.logger.warn({ message: 'data-incomplete', commitmentId, index });
    }
  }
}
