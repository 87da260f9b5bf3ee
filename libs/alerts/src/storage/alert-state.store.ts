import { type PoolClient } from 'pg';
import { type AlertState } from '../domain/index.js';

/** An alert's memory, and the version of its stream that it stands at. */
export interface KeptState {
  readonly stream: string;
  readonly version: bigint;
  readonly state: AlertState;
}

/** Memory of alerts between evaluations. */
export class AlertStateStore {
  /** States of these commitments, locked for the transaction. */
  async load(client: PoolClient, commitmentIds: readonly string[]): Promise<KeptState[]> {
    const { rows } = await client.query<{ stream: string; version: bigint; state: AlertState }>(
      `select stream, version, state from alert_state where commitment_id = any($1)
       order by stream for update`,
      [commitmentIds],
    );
    return rows;
  }

  async save(client: PoolClient, kept: readonly KeptState[]): Promise<void> {
    if (kept.length === 0) return;
    await client.query(
      `insert into alert_state (stream, commitment_id, version, state)
       select * from unnest($1::text[], $2::text[], $3::bigint[], $4::jsonb[])
       on conflict (stream) do update set version = excluded.version, state = excluded.state`,
      [
        kept.map(({ stream }) => stream),
        kept.map(({ state }) => state.key.commitmentId),
        kept.map(({ version }) => version),
        kept.map(({ state }) => JSON.stringify(state)),
      ],
    );
  }
}
