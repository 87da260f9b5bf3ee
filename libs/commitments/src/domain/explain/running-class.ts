import { cutHalfEven } from '@app/money';
import { type BucketKey } from '../fold/bucket.js';

type Judged = Pick<BucketKey, 'reason' | 'rateE10' | 'applicabilityE4' | 'fractionE4'>;
type Refusal = NonNullable<BucketKey['reason']>;

/** By how much an amount moved the running sums of its class. */
export interface Moved {
  readonly convertedE18: bigint;
  readonly rawE18: bigint;
  readonly eligibleE18: bigint;
}

/**
 * Running sums of one class over a period, cut when read as the figures of the period are: what the
 * amounts move adds up to those figures exactly.
 */
export class RunningClass {
  private convertedE28 = 0n;
  private rawE32 = 0n;
  private eligibleSumE36 = 0n;
  private readonly refusedE28 = new Map<Refusal, bigint>();

  /** Eligible so far, uncut. */
  get eligibleE36(): bigint {
    return this.eligibleSumE36;
  }

  add({ reason, rateE10, applicabilityE4, fractionE4 }: Judged, amountE18: bigint): Moved {
    const converted = amountE18 * rateE10;
    if (reason !== null) {
      const before = this.refusedE28.get(reason) ?? 0n;
      this.refusedE28.set(reason, before + converted);
      const moved = cutHalfEven(before + converted, 28, 18) - cutHalfEven(before, 28, 18);
      return { convertedE18: moved, rawE18: 0n, eligibleE18: 0n };
    }
    const before = this.read();
    this.convertedE28 += converted;
    this.rawE32 += converted * applicabilityE4;
    this.eligibleSumE36 += converted * applicabilityE4 * fractionE4;
    const after = this.read();
    return {
      convertedE18: after.convertedE18 - before.convertedE18,
      rawE18: after.rawE18 - before.rawE18,
      eligibleE18: after.eligibleE18 - before.eligibleE18,
    };
  }

  private read(): Moved {
    return {
      convertedE18: cutHalfEven(this.convertedE28, 28, 18),
      rawE18: cutHalfEven(this.rawE32, 32, 18),
      eligibleE18: cutHalfEven(this.eligibleSumE36, 36, 18),
    };
  }
}
