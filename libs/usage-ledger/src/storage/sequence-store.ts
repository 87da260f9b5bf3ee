import type { PoolClient } from 'pg';

export interface SourceStateRow {
  readonly sourceNo: number;
  /** Decimal digits. */
  readonly epoch: string;
  readonly chunk: bigint;
  /** Multirange text of the low 20 bits. */
  readonly seen: string;
}

export async function readSourceState(
  client: PoolClient,
  shard: number,
): Promise<SourceStateRow[]> {
  const { rows } = await client.query<SourceStateRow>(
    `select source_no as "sourceNo", epoch::text, chunk, seen::text from ledger.source_state
     where shard = $1`,
    [shard],
  );
  return rows;
}
