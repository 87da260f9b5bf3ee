import { Database } from '@app/platform';
import { listShards, type ShardVerdict, verifyShard } from '@app/usage-ledger';
import { readStackFile } from '../stack/state/stack-file.js';
import { devFolders } from './project-root.js';

/** No database is known, or it has no such shard. */
export class VerifyTargetError extends Error {
  readonly code = 'verify-target-missing';
}

const SHARDS_AT_A_TIME = 4;
/** A large segment's rows may take a while; nobody waits for a lock here. */
const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * Verdicts of all shards, in order; several are verified at a time.
 *
 * @throws VerifyTargetError
 */
export async function verifyLedger(options: {
  readonly shard?: number;
  readonly databaseUrl?: string;
}): Promise<ShardVerdict[]> {
  const stack = readStackFile(devFolders().state);
  const url = options.databaseUrl ?? process.env.DATABASE_URL ?? stack?.databaseUrl;
  if (url === undefined) {
    throw new VerifyTargetError(
      'no database is known: start the stack with `ledger up`, or name one with --database-url',
    );
  }
  const database = new Database({
    url,
    applicationName: 'ledger-verify',
    max: SHARDS_AT_A_TIME * 2,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
  try {
    return await verifyAll(database, options.shard);
  } finally {
    await database.close();
  }
}

async function verifyAll(database: Database, only: number | undefined): Promise<ShardVerdict[]> {
  const shards = (await listShards(database)).filter(({ shard }) => (only ?? shard) === shard);
  if (only !== undefined && shards.length === 0) {
    throw new VerifyTargetError(`the ledger has no shard ${only}`);
  }
  const verdicts: ShardVerdict[] = [];
  const waiting = [...shards];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      verdicts.push(await verifyShard(database, next));
    }
  };
  await Promise.all(Array.from({ length: SHARDS_AT_A_TIME }, worker));
  return verdicts.sort((a, b) => a.shard - b.shard);
}
