import { type Database } from '@app/platform';
import { type StatementAnswer } from '@app/wire';
import type { PoolClient } from 'pg';
import { canonicalJson, type Json } from '../domain/index.js';

/** A statement's place; the list goes on after it. */
export interface StatementKey {
  readonly periodIndex: number;
  readonly version: number;
}

interface Row {
  readonly body: string;
  readonly [column: string]: unknown;
}

/** Somebody else has issued this version meanwhile. */
export class StatementOvertakenError extends Error {
  readonly code = 'version-conflict';

  constructor({ commitmentId, periodIndex, version }: StatementAnswer) {
    super(
      `version ${version} of the statement ${periodIndex} of ${commitmentId} is issued already`,
    );
  }
}

/** Statements as issued: added once, never changed. */
export class StatementStore {
  constructor(private readonly database: Database) {}

  /**
   * @param eventPosition of the contract-side event that they were issued with; null: of none
   * @throws StatementOvertakenError
   */
  async add(
    client: PoolClient,
    statements: readonly StatementAnswer[],
    eventPosition: bigint | null,
  ): Promise<void> {
    for (const statement of statements) {
      const { commitmentId, periodIndex, version, issuedAt } = statement;
      const { rowCount } = await client.query(
        `insert into statement (commitment_id, period_index, version, issued_at, event_position, body)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [
          ...[commitmentId, periodIndex, version, issuedAt, eventPosition],
          canonicalJson(statement as unknown as Json),
        ],
      );
      if (rowCount !== 1) throw new StatementOvertakenError(statement);
    }
  }

  /** All of them or none. @throws StatementOvertakenError */
  async issue(statements: readonly StatementAnswer[]): Promise<void> {
    if (statements.length === 0) return;
    await this.database.transaction((client) => this.add(client, statements, null));
  }

  /** The newest statement of each closed period of a commitment, by index. */
  async newest(commitmentId: string): Promise<Map<number, StatementAnswer>> {
    const rows = await this.database.query<Row>(
      `select distinct on (period_index) body from statement where commitment_id = $1
       order by period_index, version desc`,
      [commitmentId],
    );
    return new Map(rows.map(read).map((one) => [one.periodIndex, one]));
  }

  /** One version, or without it the newest; undefined when it was never issued. */
  async find(
    commitmentId: string,
    periodIndex: number,
    version?: number,
  ): Promise<StatementAnswer | undefined> {
    const rows = await this.database.query<Row>(
      `select body from statement where commitment_id = $1 and period_index = $2
         and version = coalesce($3, version) order by version desc limit 1`,
      [commitmentId, periodIndex, version ?? null],
    );
    return rows.map(read)[0];
  }

  /** Statements after a key in order of (period, version), issued by `asOf`. */
  async list(
    commitmentId: string,
    after: StatementKey,
    limit: number,
    asOf?: string,
  ): Promise<StatementAnswer[]> {
    const rows = await this.database.query<Row>(
      `select body from statement where commitment_id = $1 and (period_index, version) > ($2, $3)
         and issued_at <= coalesce($5::timestamptz, issued_at)
       order by period_index, version limit $4`,
      [commitmentId, after.periodIndex, after.version, limit, asOf ?? null],
    );
    return rows.map(read);
  }

  /** What was issued with an event of the contract side. */
  async issuedWith(eventPosition: bigint): Promise<StatementAnswer[]> {
    const rows = await this.database.query<Row>(
      'select body from statement where event_position = $1 order by period_index',
      [eventPosition],
    );
    return rows.map(read);
  }
}

function read({ body }: Row): StatementAnswer {
  return JSON.parse(body) as StatementAnswer;
}
