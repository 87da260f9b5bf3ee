import { type MigrationClass } from '@app/platform';
import { CreateAttainment1790000005000 } from './1790000005000-create-attainment.js';
import { CreateStatement1790000005100 } from './1790000005100-create-statement.js';

export const commitmentsMigrations: readonly MigrationClass[] = [
  CreateAttainment1790000005000,
  CreateStatement1790000005100,
];
