export { usageLedgerMigrations } from './storage/migrations/index.js';
