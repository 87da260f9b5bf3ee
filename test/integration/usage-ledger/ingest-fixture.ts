import { Database } from '@app/platform';
import { listShards, type ShardVerdict, UsageLedgerReader, verifyShard } from '@app/usage-ledger';
import {
  brokers,
  cloneDatabase,
  createTopic,
  type RoleProcess,
  sql,
  startRole,
  type TestDatabase,
  type TestTopic,
  until,
} from '../../support/index.js';

export interface Totals {
  readonly events: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly forwarded: number;
}

/** A ledger and a topic of its own, and the ingest role when it is started. */
export class IngestFixture {
  private constructor(
    readonly topic: TestTopic,
    readonly owner: TestDatabase,
    readonly database: Database,
    readonly reader: UsageLedgerReader,
  ) {}

  static async open(partitions: number): Promise<IngestFixture> {
    const [topic, owner] = await Promise.all([createTopic(partitions), cloneDatabase()]);
    const database = new Database({ url: owner.urlOf('reader'), applicationName: 'spec' });
    return new IngestFixture(topic, owner, database, new UsageLedgerReader(database));
  }

  async start(env: Readonly<Record<string, string>> = {}, ready = true): Promise<RoleProcess> {
    return startRole('ingest', {
      ready,
      env: {
        DATABASE_URL: this.owner.urlOf('ingest'),
        KAFKA_BROKERS: brokers().join(','),
        USAGE_TOPIC: this.topic.name,
        ...env,
      },
    });
  }

  rows<R extends Record<string, unknown>>(text: string): Promise<R[]> {
    return sql<R>(this.owner.url, text);
  }

  async totals(): Promise<Totals> {
    const [row] = await this.rows<Totals & Record<string, unknown>>(
      `select coalesce(sum(events), 0)::int as events, coalesce(sum(duplicates), 0)::int as duplicates,
         coalesce(sum(quarantined), 0)::int as quarantined, coalesce(sum(forwarded), 0)::int as forwarded
       from ledger.segment`,
    );
    if (row === undefined) throw new Error('no totals');
    return row;
  }

  /** Waits until so many events have been decided on, whatever became of them. */
  async decided(count: number, deadlineMs = 30_000): Promise<Totals> {
    return until(
      `${count} decided events`,
      async () => {
        const totals = await this.totals();
        const { events, duplicates, quarantined, forwarded } = totals;
        return events + duplicates + quarantined + forwarded >= count && totals;
      },
      { deadlineMs },
    );
  }

  async verdicts(): Promise<ShardVerdict[]> {
    const shards = await listShards(this.database);
    return Promise.all(shards.map((shard) => verifyShard(this.database, shard)));
  }

  async close(): Promise<void> {
    await this.database.close();
    await this.owner.drop();
    await this.topic.delete();
  }
}

/** A record of one event in CloudEvents' structured form. */
export function recordOf(event: object, place: { partition?: number; key?: string | null } = {}) {
  const { source } = event as { source?: string };
  return {
    key: source ?? null,
    value: JSON.stringify(event),
    headers: { 'content-type': 'application/cloudevents+json' },
    ...place,
  };
}
