import { type Database } from '@app/platform';
import type { PoolClient } from 'pg';

/** A commitment's place: which contract promised it. */
export interface CommitmentName {
  readonly commitmentId: string;
  readonly contractId: string;
}

/** A commitment id is taken: it is unique in the whole ledger, not only in its contract. */
export class CommitmentNameTakenError extends Error {
  readonly code = 'already-exists';

  constructor(commitmentIds: readonly string[]) {
    super(`commitment id already in use: ${commitmentIds.join(', ')}`);
  }
}

/** The directory of commitments, written with the signing and read to find a commitment's stream. */
export class CommitmentNameStore {
  constructor(private readonly database: Database) {}

  /**
   * Takes the names inside the signing's transaction.
   *
   * @throws CommitmentNameTakenError when another contract has one of them
   */
  async claim(client: PoolClient, contractId: string, ids: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ commitment_id: string }>(
      `insert into commitment_name (commitment_id, contract_id, ordinal)
       select x.id, $1, x.n from unnest($2::text[]) with ordinality x(id, n)
       on conflict (commitment_id) do nothing returning commitment_id`,
      [contractId, ids],
    );
    const taken = new Set(rows.map((row) => row.commitment_id));
    const refused = ids.filter((id) => !taken.has(id));
    if (refused.length > 0) throw new CommitmentNameTakenError(refused);
  }

  /** @throws CommitmentNameTakenError when another contract has one of them now */
  async mustBeFree(contractId: string, ids: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ commitment_id: string }>(
      'select commitment_id from commitment_name where commitment_id = any ($2) and contract_id <> $1',
      [contractId, ids],
    );
    if (rows.length > 0) throw new CommitmentNameTakenError(rows.map((row) => row.commitment_id));
  }

  async contractOf(commitmentId: string): Promise<string | undefined> {
    const rows = await this.database.query<{ contract_id: string }>(
      'select contract_id from commitment_name where commitment_id = $1',
      [commitmentId],
    );
    return rows[0]?.contract_id;
  }

  /** Commitments in order of their id, after a key. */
  async commitments(after: string, limit: number): Promise<CommitmentName[]> {
    return this.database.query<{ commitmentId: string; contractId: string }>(
      `select commitment_id as "commitmentId", contract_id as "contractId" from commitment_name
       where commitment_id collate "C" > $1 order by commitment_id collate "C" limit $2`,
      [after, limit],
    );
  }

  /** Contracts in order of their id, after a key. */
  async contracts(after: string, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ contract_id: string }>(
      `select distinct contract_id collate "C" as contract_id from commitment_name
       where contract_id collate "C" > $1 order by 1 limit $2`,
      [after, limit],
    );
    return rows.map((row) => row.contract_id);
  }
}
