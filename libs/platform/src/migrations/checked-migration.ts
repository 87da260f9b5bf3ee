import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A statement about the database that must be true at its moment; `sql` is a boolean expression. */
export interface Fact {
  readonly says: string;
  readonly sql: string;
}

/** A migration whose facts before and after are verified inside its own transaction. */
export abstract class CheckedMigration implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly before: readonly Fact[];
  protected abstract readonly after: readonly Fact[];

  protected abstract change(runner: QueryRunner): Promise<void>;
  abstract down(runner: QueryRunner): Promise<void>;

  async up(runner: QueryRunner): Promise<void> {
    await this.verify(runner, 'before', this.before);
    await this.change(runner);
    await this.verify(runner, 'after', this.after);
  }

  private async verify(runner: QueryRunner, when: string, facts: readonly Fact[]): Promise<void> {
    for (const { says, sql } of facts) {
      const rows = (await runner.query(`select (${sql}) as holds`)) as { holds: boolean }[];
      if (rows[0]?.holds !== true) throw new Error(`${this.name}: not true ${when}: ${says}`);
    }
  }
}
