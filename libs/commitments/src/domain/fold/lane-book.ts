import { type Buckets } from './bucket.js';
import { type CommitmentPlan } from './commitment-plan.js';
import { DaySums } from './day-sums.js';
import { judgeLine, type Verdict } from './judge-line.js';
import { invoiceDay } from './line-months.js';
import { type Lane, type SeriesSegment, type SeriesState } from './series-state.js';

/** Judges each series once per line segment and keeps the lanes that its amounts run in. */
export class LaneBook {
  readonly sources = new Set<string>();
  /** Lines outside the contract can be told apart, too: costs memory for what never counts. */
  keepsOutside = false;

  /** @param peers plans that share lines (EXCLUSIVE), in priority order, this one among them */
  constructor(
    private readonly plan: CommitmentPlan,
    private readonly peers: readonly CommitmentPlan[],
    private readonly buckets: Buckets,
  ) {}

  /** How a segment judges the series. */
  segment(state: SeriesState, place: number, startDay: number): SeriesSegment {
    return (state.segments[place] ??= this.judge(state, place, startDay));
  }

  /** The lane of amounts with this rate. */
  lane(state: SeriesState, segment: SeriesSegment, rateE10: bigint, superseded = false): Lane {
    const known = segment.lanes.find(
      (lane) => lane.rateE10 === rateE10 && lane.superseded === superseded,
    );
    if (known) return known;
    const { verdict, pool } = segment;
    const reason = superseded && isInside(verdict.reason) ? 'superseded-by-billed' : verdict.reason;
    const lane: Lane = {
      rateE10,
      superseded,
      days: reason === 'outside-contract' && !this.keepsOutside ? null : new DaySums(),
      bucket: this.buckets.of({
        class: verdict.class,
        reason,
        applicabilityE4: verdict.applicabilityE4,
        fractionE4: verdict.fractionE4,
        rateE10,
        provisional:
          this.plan.signed.recognition === 'INVOICE_DATE' && state.line.invoiceMonth === undefined,
        pool: reason === null ? pool : '',
      }),
    };
    segment.lanes.push(lane);
    return lane;
  }

  private judge({ line }: SeriesState, place: number, startDay: number): SeriesSegment {
    const days = { usageDay: startDay, invoiceDay: invoiceDay(line, startDay) };
    const judged = (plan: CommitmentPlan): Verdict => {
      const segment = segmentAt(plan, place);
      return judgeLine(line, plan.contract, plan.commitment, segment, days);
    };
    const plan = segmentAt(this.plan, place);
    const verdict = judged(this.plan);
    if (isInside(verdict.reason)) this.sources.add(line.source);
    const { skuId, consumedUnit } = line;
    const priced = skuId !== undefined && consumedUnit !== undefined;
    const sharing = this.peers.filter((peer) => judged(peer).reason === null);
    return {
      plan,
      verdict,
      pool: sharing.map(({ commitment }) => commitment.commitmentId).join('\n'),
      prices: priced ? plan.prices.sku(skuId, consumedUnit) : null,
      lanes: [],
    };
  }
}

/** Inside contract and scope: only such lines stand in suspense. */
export function isInside(reason: Verdict['reason']): boolean {
  return reason !== 'outside-contract' && reason !== 'out-of-scope';
}

function segmentAt(
  { segments }: CommitmentPlan,
  place: number,
): CommitmentPlan['segments'][number] {
  const segment = segments[place];
  if (segment === undefined) throw new Error(`no line segment ${place}`);
  return segment;
}
