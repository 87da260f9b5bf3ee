import { type Database } from '@app/platform';

/** How much waits to be told, and for how long; in seconds. */
export async function outboxState(
  database: Database,
): Promise<{ pending: number; oldestSeconds: number }> {
  const [row] = await database.query<{ pending: bigint; oldest: number }>(
    `select count(*) as pending,
       coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as oldest
     from webhook_delivery where state in ('pending', 'leased')`,
  );
  return { pending: Number(row?.pending ?? 0n), oldestSeconds: row?.oldest ?? 0 };
}
