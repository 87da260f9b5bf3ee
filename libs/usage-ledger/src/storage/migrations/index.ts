import type { MigrationClass } from '@app/platform';
import { CreateUsageLedger1790000002000 } from './1790000002000-create-usage-ledger.js';
import { CreateAppendSegment1790000002001 } from './1790000002001-create-append-segment.js';
import { GrantUsageLedger1790000002002 } from './1790000002002-grant-usage-ledger.js';

/** In the order of running. */
export const usageLedgerMigrations: readonly MigrationClass[] = [
  CreateUsageLedger1790000002000,
  CreateAppendSegment1790000002001,
  GrantUsageLedger1790000002002,
];
