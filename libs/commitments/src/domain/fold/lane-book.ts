import { type Buckets } from './bucket.js';
import { type CommitmentPlan } from './commitment-plan.js';
import { DaySums } from './day-sums.js';
import { judgeLine } from './judge-line.js';
import { invoiceDay } from './line-months.js';
import { type Lane, type SeriesSegment, type SeriesState } from './series-state.js';

/** Judges each series once per line segment and keeps the lanes that its amounts run in. */
export class LaneBook {
  readonly sources = new Set<string>();

  constructor(
    private readonly plan: CommitmentPlan,
    private readonly buckets: Buckets,
  ) {}

  /** How a segment judges the series. */
  segment(state: SeriesState, place: number, startDay: number): SeriesSegment {
    return (state.segments[place] ??= this.judge(state, place, startDay));
  }

  /** The lane of amounts with this rate. */
  lane(state: SeriesState, segment: SeriesSegment, rateE10: bigint): Lane {
    const known = segment.lanes.find((lane) => lane.rateE10 === rateE10);
    if (known) return known;
    const { verdict } = segment;
    const lane: Lane = {
      rateE10,
      days: verdict.reason === 'outside-contract' ? null : new DaySums(),
      bucket: this.buckets.of({
        class: verdict.class,
        reason: verdict.reason,
        applicabilityE4: verdict.applicabilityE4,
        fractionE4: verdict.fractionE4,
        rateE10,
        provisional:
          this.plan.signed.recognition === 'INVOICE_DATE' && state.line.invoiceMonth === undefined,
        pool: '',
      }),
    };
    segment.lanes.push(lane);
    return lane;
  }

  private judge({ line }: SeriesState, place: number, startDay: number): SeriesSegment {
    const { contract, commitment, segments } = this.plan;
    const plan = segments[place];
    if (plan === undefined) throw new Error(`no line segment ${place}`);
    const days = { usageDay: startDay, invoiceDay: invoiceDay(line, startDay) };
    const verdict = judgeLine(line, contract, commitment, plan, days);
    if (isInside(verdict.reason)) this.sources.add(line.source);
    const { skuId, consumedUnit } = line;
    const priced = skuId !== undefined && consumedUnit !== undefined;
    return {
      plan,
      verdict,
      prices: priced ? plan.prices.sku(skuId, consumedUnit) : null,
      lanes: [],
    };
  }
}

/** Inside contract and scope: only such lines stand in suspense. */
export function isInside(reason: SeriesSegment['verdict']['reason']): boolean {
  return reason !== 'outside-contract' && reason !== 'out-of-scope';
}
