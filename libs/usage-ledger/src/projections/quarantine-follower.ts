import type { Database } from '@app/platform';
import { decodeSegment } from '@app/wire';
import { DictionaryCache } from '../storage/dictionary-cache.js';
import {
  moveProjectionHead,
  type ProjectionHead,
  readProjectionHead,
} from '../storage/projection-head-store.js';
import { readNextQuarantined, type StoredQuarantine } from '../storage/quarantine-store.js';
import { readSegment } from '../storage/segment-store.js';

const NAME = 'dead-letter';

/** The quarantine rows of one segment. */
export interface QuarantinePage {
  readonly from: ProjectionHead;
  readonly to: Pick<ProjectionHead, 'seq' | 'nextOffset' | 'recordedAt'>;
  readonly rows: readonly StoredQuarantine[];
  /** Kafka's timestamp of the record that held the row's event, ms since 1970. */
  timestampMs(row: StoredQuarantine): number;
}

/** Walks a shard's quarantine, segment by segment, from where it stood: at least once each. */
export class QuarantineFollower {
  constructor(private readonly database: Database) {}

  /** The next segment with quarantined events; undefined when there is none (yet). */
  async next(shard: number): Promise<QuarantinePage | undefined> {
    const from = await readProjectionHead(this.database, shard, NAME);
    const rows = await readNextQuarantined(this.database, shard, from.seq);
    const seq = rows[0]?.seq;
    if (seq === undefined) return undefined;
    const segment = await readSegment(this.database, shard, seq);
    if (segment === undefined) throw new Error(`shard ${shard} has no segment ${seq}`);
    const dictionary = new DictionaryCache(shard, this.database);
    await dictionary.refresh();
    const { messages } = decodeSegment(segment.body, dictionary, segment.rawBytes);
    const times = new Map(messages.map(({ offset, timestampMs }) => [offset, timestampMs]));
    return { from, to: segment, rows, timestampMs: ({ offset }) => times.get(offset) ?? 0 };
  }

  /** The page is done; when another process has done it, too, nothing happens. */
  async moved({ from, to }: QuarantinePage): Promise<void> {
    await this.database.transaction((client) => moveProjectionHead(client, NAME, from, to));
  }
}
