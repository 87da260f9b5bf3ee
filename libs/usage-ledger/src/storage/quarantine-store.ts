import type { Database } from '@app/platform';
import type { QuarantineRow } from '../domain/row-digest.js';

/** A quarantined event and where it stands. */
export interface StoredQuarantine extends QuarantineRow {
  readonly shard: number;
  readonly seq: bigint;
  /** From 1 within the segment. */
  readonly line: number;
  /** Set once somebody repaired, replayed or discarded it. */
  readonly resolution: string | null;
}

type Row = StoredQuarantine & Record<string, unknown>;

const SELECT_QUARANTINE = `select q.shard, q.seq, q.line, q."offset", q.ord, q.code, q.detail, q.raw,
    r.action as resolution
  from ledger.quarantine q left join ledger.quarantine_resolution r
    on r.shard = q.shard and r.seq = q.seq and r.line = q.line`;

/** Up to `limit` rows of one shard after (seq, line), in order. */
export async function readQuarantineAfter(
  database: Database,
  shard: number,
  after: { readonly seq: bigint; readonly line: number },
  limit: number,
): Promise<StoredQuarantine[]> {
  return database.query<Row>(
    `${SELECT_QUARANTINE} where q.shard = $1 and (q.seq, q.line) > ($2, $3)
     order by q.seq, q.line limit $4`,
    [shard, after.seq, after.line, limit],
  );
}

/** All rows of the first segment after `seq` that has any, in line order. */
export async function readNextQuarantined(
  database: Database,
  shard: number,
  seq: bigint,
): Promise<StoredQuarantine[]> {
  return database.query<Row>(
    `${SELECT_QUARANTINE} where q.shard = $1 and q.seq =
       (select min(n.seq) from ledger.quarantine n where n.shard = $1 and n.seq > $2)
     order by q.line`,
    [shard, seq],
  );
}

/** Rows of one segment, in line order: what its digest covers. */
export async function readQuarantineOf(
  database: Database,
  shard: number,
  seq: bigint,
): Promise<QuarantineRow[]> {
  return database.query<QuarantineRow & Record<string, unknown>>(
    `select "offset", ord, code, detail, raw from ledger.quarantine
     where shard = $1 and seq = $2 order by line`,
    [shard, seq],
  );
}

/** How many rows nobody has resolved, by code. */
export async function countQuarantine(database: Database): Promise<Map<string, bigint>> {
  const rows = await database.query<{ code: string; count: bigint }>(
    `select q.code, count(*) as count from ledger.quarantine q
     where not exists (select from ledger.quarantine_resolution r
       where r.shard = q.shard and r.seq = q.seq and r.line = q.line)
     group by q.code order by q.code`,
  );
  return new Map(rows.map(({ code, count }) => [code, count]));
}
