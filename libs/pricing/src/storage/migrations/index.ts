import { type MigrationClass } from '@app/platform';
import { CreatePriceBookName1790000004000 } from './1790000004000-create-price-book-name.js';
import { CreateFxTableName1790000004001 } from './1790000004001-create-fx-table-name.js';

export const pricingMigrations: readonly MigrationClass[] = [
  CreatePriceBookName1790000004000,
  CreateFxTableName1790000004001,
];
