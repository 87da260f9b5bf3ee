import type { Database } from '@app/platform';
import {
  type Begun,
  type RecordedAnswer,
  type RequestKey,
  RequestRecordStore,
} from './request-record.store.js';

interface Row extends Record<string, unknown> {
  readonly request_hash: string;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
}

export class PostgresRequestRecordStore extends RequestRecordStore {
  constructor(private readonly database: Database) {
    super();
  }

  async begin({ actor, key }: RequestKey, requestHash: string): Promise<Begun> {
    // Takes over a record that its process has died on; the row's lock lets one of several in.
    const taken = await this.database.query(
      `insert into request_record (actor, key, request_hash) values ($1, $2, $3)
       on conflict (actor, key) do update set started_at = now()
         where request_record.status is null and request_record.request_hash = $3
           and request_record.started_at < now() - interval '1 minute'
       returning key`,
      [actor, key, requestHash],
    );
    if (taken.length === 1) return { outcome: 'new' };
    const [row] = await this.database.query<Row>(
      `select request_hash, status, headers, body from request_record
       where actor = $1 and key = $2`,
      [actor, key],
    );
    // Given up between the two statements: whoever had it is just done without effect.
    if (row === undefined) return { outcome: 'in-flight' };
    if (row.request_hash !== requestHash) return { outcome: 'other-request' };
    if (row.status === null) return { outcome: 'in-flight' };
    const answer = { status: row.status, headers: row.headers ?? {}, body: row.body ?? '' };
    return { outcome: 'answered', answer };
  }

  async complete({ actor, key }: RequestKey, answer: RecordedAnswer): Promise<void> {
    await this.database.query(
      `update request_record set status = $3, headers = $4, body = $5
       where actor = $1 and key = $2`,
      [actor, key, answer.status, JSON.stringify(answer.headers), answer.body],
    );
  }

  async abandon({ actor, key }: RequestKey): Promise<void> {
    await this.database.query(
      `delete from request_record where actor = $1 and key = $2 and status is null`,
      [actor, key],
    );
  }

  async expire(): Promise<void> {
    await this.database.query(
      `delete from request_record where started_at < now() - interval '7 days'`,
    );
  }
}
