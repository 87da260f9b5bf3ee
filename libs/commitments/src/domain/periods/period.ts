/** One period of a commitment; day numbers, `end` exclusive. */
export interface Period {
  /** From 1; leading stub 0, trailing stub `periods + 1`. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Days of the period before the contract cut it: the divisor of a stub's minimum. */
  readonly uncutDays: number;
  /** Place of the minimum in a list of one per full period (stubs take their neighbour's). */
  readonly minimumAt: number;
}
