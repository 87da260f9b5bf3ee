export { crc32c } from './crc32c.js';
export { HaltRule } from './halt-rule.js';
export type {
  Cell,
  Cell as LedgerCell,
  LedgerSeries,
  SeriesAttributes,
  SourceFreshness,
  SourceTrailer,
} from './ledger.types.js';
export { SourceFold } from './source-fold.js';
