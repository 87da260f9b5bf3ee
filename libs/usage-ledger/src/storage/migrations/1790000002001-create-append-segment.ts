import { CheckedMigration } from '@app/platform';
import type { QueryRunner } from 'typeorm';
import { APPEND_SEGMENT, DROP_APPEND_SEGMENT } from './append-segment-function.js';

/** The one durable statement of the usage ledger. */
export class CreateAppendSegment1790000002001 extends CheckedMigration {
  readonly name = 'CreateAppendSegment1790000002001';
  protected readonly before = [];
  protected readonly after = [
    {
      says: 'an unknown shard is halted, not created',
      sql: `(select status from ledger.append_segment(-2, 1, 0, 1, '', '', null, null,
               '{0,0,0,0,0}', null, null, 1::smallint, 0, '', '', 0, '{}', '',
               '{}', '{}', '{}', '{}', '{}', '{}', '{}', 0, '', '',
               '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')) = 'HALTED'`,
    },
  ];

  protected async change(runner: QueryRunner): Promise<void> {
    await runner.query(APPEND_SEGMENT);
    await runner.query(
      `revoke execute on function ledger.append_segment from public;
       grant execute on function ledger.append_segment to ledger_ingest`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DROP_APPEND_SEGMENT);
  }
}
