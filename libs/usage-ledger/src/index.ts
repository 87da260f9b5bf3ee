export * from './domain/index.js';
export { usageLedgerMigrations } from './storage/migrations/index.js';
