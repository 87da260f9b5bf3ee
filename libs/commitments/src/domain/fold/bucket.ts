import { type NotCountedReason } from '../attainment/not-counted.js';
import { type SpendClass } from '../terms/terms.js';
import { DaySums } from './day-sums.js';

/** What all amounts of one bucket have in common. */
export interface BucketKey {
  readonly class: SpendClass;
  /** Null: it may count. */
  readonly reason: NotCountedReason | 'unclassified' | null;
  readonly rateE10: bigint;
  readonly applicabilityE4: bigint;
  readonly fractionE4: bigint;
  /** Recognised by an invoice month that is not known yet. */
  readonly provisional: boolean;
  /** Ids of the commitments that may count it, when it is shared; else ''. */
  readonly pool: string;
}

/** Amounts with the same judgement by recognition day; in 10^-18 of their own currency. */
export interface Bucket extends BucketKey {
  readonly days: DaySums;
  /** List cost less the basis amount, of lines that know both. */
  readonly discounts: DaySums;
}

/** Buckets of one commitment, made when first needed. */
export class Buckets {
  private readonly known = new Map<string, Bucket>();

  get all(): Iterable<Bucket> {
    return this.known.values();
  }

  of(key: BucketKey): Bucket {
    const name = [
      key.class,
      key.reason ?? '',
      key.rateE10,
      key.applicabilityE4,
      key.fractionE4,
      key.provisional,
      key.pool,
    ].join(' ');
    let bucket = this.known.get(name);
    if (bucket === undefined) {
      bucket = { ...key, days: new DaySums(), discounts: new DaySums() };
      this.known.set(name, bucket);
    }
    return bucket;
  }
}
