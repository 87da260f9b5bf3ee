export type {
  Cell,
  Cell as LedgerCell,
  LedgerSeries,
  SeriesAttributes,
  SourceFreshness,
  SourceTrailer,
} from './ledger.types.js';
export { SourceFold } from './source-fold.js';
