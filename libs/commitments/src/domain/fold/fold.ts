import { type Day } from '@app/calendar';
import { type FxTable, type PriceBook } from '@app/pricing/domain';
import { type Cell, type SeriesAttributes } from '@app/usage-ledger/domain';
import { type Attainment } from '../attainment/attainment.js';
import { type Contract } from '../contract/contract.state.js';
import { type Attribution } from '../attainment/attribution.js';

/** All that is decided by people: the same judgement and the same sums give the same bytes. */
export interface Judgement {
  readonly contracts: readonly Contract[];
  readonly priceBooks: readonly PriceBook[];
  readonly fxTables: readonly FxTable[];
}

/** A usage series; `digest` is its identity in every shard. */
export interface FoldSeries {
  readonly digest: string;
  readonly attrs: SeriesAttributes;
}

/** From where to look at a commitment. */
export interface ViewPoint {
  /** Usage day, exclusive; null: no cut. */
  readonly through: Day | null;
  /** Exclusive end of the complete days of the commitment's sources; null: none yet. */
  readonly watermark: Day | null;
  /** UTC day of the clock: states of periods. */
  readonly today: Day;
}

/** Segment of a cell, for clauses that ask what was known at a close. */
export interface RecordedIn {
  readonly shard: number;
  readonly seq: bigint;
}

/** Running sums of all commitments under one judgement; a changed judgement is a new fold. */
export interface Fold {
  readonly commitmentIds: readonly string[];
  /**
   * Adds a cell or a part of one: additive, in any order, never twice.
   *
   * @param recordedIn absent: known since before every close
   */
  add(series: FoldSeries, cell: Omit<Cell, 'digest'>, recordedIn?: RecordedIn): void;
  /** @throws CommitmentUnknownError */
  attainment(commitmentId: string, at: ViewPoint): Attainment;
  /**
   * Who made up the days `[from, to)`: one row per (day, class, series), in the order (day, class,
   * digest); its `countedE18` add up to the day entries exactly.
   *
   * @throws CommitmentUnknownError
   */
  attributions(commitmentId: string, from: Day, to: Day): readonly Attribution[];
  /**
   * First day of which entries or attributions may have changed since the last call: also where
   * tiers, billed data or the sharing with others moved earlier days. Null: none.
   *
   * @throws CommitmentUnknownError
   */
  takeChangedFrom(commitmentId: string): Day | null;
  /**
   * Sources with at least one series that is inside contract and scope: the watermark is theirs.
   *
   * @throws CommitmentUnknownError
   */
  sources(commitmentId: string): readonly string[];
}
