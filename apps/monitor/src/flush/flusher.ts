import { type Facts } from '@app/alerts/domain';
import { type Day, dayOfInstant } from '@app/calendar';
import {
  type AttainmentBook,
  type AttainmentHeadStore,
  type AttainmentProjection,
  type CommitmentState,
  FenceLostError,
  positionOf,
  silentSources,
} from '@app/commitments';
import { type Database, type Lease } from '@app/platform';
import { type Causes, causesOf } from './cause.js';
import { type CommitmentChange, CommitmentRows } from './commitment-rows.js';
import { factsOf } from './facts.js';
import { SeriesNumbers } from './series-numbers.js';

/** Connection inside the flush's transaction. */
export type FlushClient = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Alert rules as the flush sees them: evaluated and recorded in its transaction. */
export interface FlushAlerting {
  evaluate(
    client: FlushClient,
    input: Causes & {
      readonly fence: bigint;
      readonly facts: readonly Facts[];
      readonly now: Date;
    },
  ): Promise<void>;
}

/** What a flush is made of. */
export interface FlushParts {
  readonly database: Database;
  readonly lease: Lease;
  readonly heads: AttainmentHeadStore;
  readonly projection: AttainmentProjection;
  readonly alerting: FlushAlerting;
}

/** Writes what has changed, tells the alert rules, and moves the head: all of it or nothing. */
export class Flusher {
  private readonly rows = new Map<string, CommitmentRows>();
  private writtenAt = '';
  private watermarks: readonly (Day | null)[] = [];

  private constructor(
    private readonly parts: FlushParts,
    private readonly fence: bigint,
    private readonly numbers: SeriesNumbers,
  ) {}

  /** Takes the read models over from an earlier holder. */
  static async takeOver(parts: FlushParts, fence: bigint): Promise<Flusher> {
    await parts.database.transaction(async (client) => {
      if (!(await parts.lease.check(client, fence))) throw new FenceLostError(fence);
      await parts.heads.adopt(client, fence);
    });
    const numbers = new SeriesNumbers(await parts.projection.seriesNumbers());
    return new Flusher(parts, fence, numbers);
  }

  /**
   * One transaction under the fence. Any error leaves the outcome unknown: the holder stands down
   * and loads again.
   *
   * @throws FenceLostError when another monitor has taken over
   */
  async flush(book: AttainmentBook, now: Date): Promise<readonly CommitmentState[]> {
    const changes = await this.changes(book, now);
    const { address } = book;
    const position = positionOf(address);
    const states = changes.map(({ state }) => state);
    await this.parts.database.transaction(async (client) => {
      const { lease, heads, alerting } = this.parts;
      if (!(await lease.check(client, this.fence))) throw new FenceLostError(this.fence);
      await this.write(client, changes, position, now);
      await alerting.evaluate(client, {
        fence: this.fence,
        facts: states.map((state) => factsOf(state, address, now)),
        ...causesOf(book, states, this.watermarks),
        now,
      });
      if (position !== this.writtenAt) await heads.move(client, this.fence, address, now);
    });
    this.writtenAt = position;
    this.watermarks = states.map(({ watermark }) => watermark);
    this.numbers.stored();
    for (const change of changes) this.rowsOf(change.state).stored(change);
    book.clean();
    return states;
  }

  private async changes(book: AttainmentBook, now: Date): Promise<CommitmentChange[]> {
    const today = dayOfInstant(now.toISOString());
    const changes: CommitmentChange[] = [];
    for (const booked of book.commitments()) {
      const state = book.state(booked, { through: null, today });
      const silent = silentSources(state.sources, now);
      changes.push(
        await this.rowsOf(state).changes(
          book,
          state,
          silent,
          book.dirtyFrom(state.commitment.commitmentId),
        ),
      );
    }
    return changes;
  }

  private async write(
    client: FlushClient,
    changes: readonly CommitmentChange[],
    position: string,
    now: Date,
  ): Promise<void> {
    const { projection } = this.parts;
    await projection.addSeries(client, this.numbers.unstored);
    for (const { state, body, silent, days, kept } of changes) {
      const { commitmentId, contractId, lifecycle } = state.attainment;
      if (body !== null) {
        const { watermark } = state;
        const row = { commitmentId, contractId, lifecycle, body, watermark, silentSources: silent };
        await projection.saveHeadline(client, row, now);
      }
      await projection.saveDays(client, commitmentId, days, position);
      if (kept !== null) await projection.keepDays(client, commitmentId, kept);
    }
  }

  private rowsOf({ attainment: { commitmentId } }: CommitmentState): CommitmentRows {
    const rows = this.rows.get(commitmentId) ?? new CommitmentRows(this.numbers);
    this.rows.set(commitmentId, rows);
    return rows;
  }
}
