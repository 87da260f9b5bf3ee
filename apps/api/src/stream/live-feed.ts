import { ListAlertsQuery } from '@app/alerts';
import { AttainmentHeadStore, ListCommitmentsQuery, positionOf } from '@app/commitments';
import { EventStore } from '@app/event-store';
import type { StreamTopic } from '@app/wire';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';

/** One thing that a client is told: the newest state of a commitment or an alert. */
export interface FeedEvent {
  readonly topic: StreamTopic;
  /** Of the commitment or alert. */
  readonly key: string;
  readonly data: string;
}

type Listener = (events: readonly FeedEvent[], position: string) => void;

const POLL_MS = 200;
const ROWS = 1_000;

/** Follows the read models for all clients together, while there are any. */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly logger = new Logger('stream');
  private readonly listeners = new Set<Listener>();
  private known = new Map<string, FeedEvent>();
  private seen = '';
  private position = '';
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly heads: AttainmentHeadStore,
    private readonly eventStore: EventStore,
    private readonly queries: QueryBus,
  ) {}

  /** The present state of everything, and from then on each change, until it is unsubscribed. */
  async subscribe(
    listener: Listener,
  ): Promise<{ now: readonly FeedEvent[]; position: string; end: () => void }> {
    await this.refresh();
    this.listeners.add(listener);
    this.timer ??= setInterval(() => void this.poll(), POLL_MS);
    const end = (): void => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
    return { now: [...this.known.values()], position: this.position, end };
  }

  onModuleDestroy(): void {
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async poll(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      // The next poll tries again; clients keep what they have and see the heartbeat.
      this.logger.warn(error instanceof Error ? error.message : String(error));
    }
  }

  /** One at a time: a slow read is not overtaken by the next. */
  private refresh(): Promise<void> {
    const next = this.turn.then(() => this.read());
    this.turn = next.catch(() => undefined);
    return next;
  }

  private async read(): Promise<void> {
    const head = await this.heads.read();
    const { position: recorded } = await this.eventStore.head();
    const position = positionOf(head);
    const seen = `${position} ${head.computedAt} ${recorded.toString()}`;
    if (seen === this.seen) return;
    const events = [...(await this.commitments()), ...(await this.alerts())];
    const changed = events.filter(({ key, data }) => this.known.get(key)?.data !== data);
    this.known = new Map(events.map((event) => [event.key, event]));
    this.seen = seen;
    this.position = position;
    if (changed.length > 0) for (const listener of this.listeners) listener(changed, position);
  }

  private async commitments(): Promise<FeedEvent[]> {
    const query = new ListCommitmentsQuery({ limit: ROWS }, { position: true });
    const { data } = await this.queries.execute(query);
    return data.map((row) => ({
      topic: 'positions',
      key: `commitment ${row.commitmentId}`,
      data: JSON.stringify(row),
    }));
  }

  private async alerts(): Promise<FeedEvent[]> {
    const { data } = await this.queries.execute(new ListAlertsQuery({ limit: ROWS }));
    return data.map((row) => ({
      topic: 'alerts',
      key: `alert ${row.alertId}`,
      data: JSON.stringify(row),
    }));
  }
}
