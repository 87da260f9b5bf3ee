import type { PoolClient } from 'pg';
import { CheckpointMovedError } from '../event-store.errors.js';

/** Position up to which the follower `name` has taken the store's events; 0 at first. */
export async function loadCheckpoint(
  client: Pick<PoolClient, 'query'>,
  name: string,
): Promise<bigint> {
  const { rows } = await client.query<{ position: bigint }>(
    'select position from checkpoint_of where name = $1',
    [name],
  );
  return rows[0]?.position ?? 0n;
}

/**
 * Moves a follower's checkpoint in the transaction that holds its work, so each event counts once.
 *
 * @throws CheckpointMovedError when it is no longer at `from`
 */
export async function moveCheckpoint(
  client: PoolClient,
  name: string,
  from: bigint,
  to: bigint,
): Promise<void> {
  const { rowCount } =
    from === 0n
      ? await client.query(
          `insert into checkpoint_of as c (name, position) values ($1, $2)
           on conflict (name) do update set position = $2 where c.position = 0`,
          [name, to],
        )
      : await client.query(
          'update checkpoint_of set position = $3 where name = $1 and position = $2',
          [name, from, to],
        );
  if (rowCount !== 1) throw new CheckpointMovedError(name, from);
}
