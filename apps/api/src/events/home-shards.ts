import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ApiSettings } from '../api-settings.js';

/** Where a source counts: the partition to send to, and the shard that positions name. */
export interface Home {
  readonly partition: number;
  readonly shard: number;
}

const KNOWN = 100_000;

/** The homes of sources; a home never changes, so each is looked up once. */
@Injectable()
export class HomeShards {
  private readonly homes = new Map<string, Home>();
  private shards = new Map<number, number>();

  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
  ) {}

  /** Those of the sources that have a home; a new source has none until ingest has met it. */
  async find(sources: readonly string[]): Promise<ReadonlyMap<string, Home>> {
    const unknown = sources.filter((source) => !this.homes.has(source));
    if (unknown.length > 0) await this.lookUp(unknown);
    return new Map(
      sources.flatMap((source) => {
        const home = this.homes.get(source);
        return home === undefined ? [] : [[source, home] as const];
      }),
    );
  }

  /** The shard of a partition; before ingest has registered one it is the partition's own number. */
  async shardOf(partition: number): Promise<number> {
    if (!this.shards.has(partition)) {
      const rows = await this.database.query<{ part: number; shard: number }>(
        'select part, shard from shard where topic = $1',
        [this.settings.usageTopic],
      );
      this.shards = new Map(rows.map(({ part, shard }) => [part, shard]));
    }
    return this.shards.get(partition) ?? partition;
  }

  private async lookUp(sources: readonly string[]): Promise<void> {
    if (this.homes.size > KNOWN) this.homes.clear();
    const rows = await this.database.query<{ uri: string; shard: number; part: number }>(
      `select h.uri, h.shard, s.part from source_home h join shard s on s.shard = h.shard
       where h.uri = any($1::text[]) and s.topic = $2`,
      [sources, this.settings.usageTopic],
    );
    for (const { uri, shard, part } of rows) this.homes.set(uri, { shard, partition: part });
  }
}
