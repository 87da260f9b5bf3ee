import { classRank } from '../classes/spend-classes.js';
import { type Bucket } from '../fold/bucket.js';
import { type PlannedPeriod } from '../fold/commitment-plan.js';
import { type SpendClass } from '../terms/terms.js';
import { classSums } from './class-sums.js';
import { countClasses } from './count-classes.js';

/** One commitment that shares usage with others. */
export interface Member {
  readonly commitmentId: string;
  readonly period: PlannedPeriod;
  /** Counted spend that it takes before others may. */
  readonly needE18: bigint;
  readonly buckets: Iterable<Bucket>;
}

/** Eligible sum of one class that the same commitments may count. */
interface Pool {
  readonly class: SpendClass;
  readonly key: string;
  /** Places of the members that may count it, in priority order. */
  readonly members: readonly number[];
  leftE18: bigint;
}

/** What each member gets of each class, before caps cut what is left with the last one. */
export type Shares = ReadonlyMap<SpendClass, bigint>;

/**
 * EXCLUSIVE: members in priority order take up to their need and caps, negative pools first, then
 * those that fewest later members can use, then by class, then by pool; the rest of a pool stays
 * with its last member.
 */
export function shareOut(members: readonly Member[], upTo: number): Shares[] {
  const pools = poolsOf(members, upTo);
  return members.map((member, place) => {
    const shares = new Map<SpendClass, bigint>();
    const mine = pools.filter((pool) => pool.members.includes(place)).sort(inOrder(place));
    let need = member.needE18;
    for (const pool of mine) {
      const taken = least(pool.leftE18, need, headroom(member, shares, pool.class));
      give(shares, pool, taken);
      need -= taken;
    }
    for (const pool of mine) {
      if (pool.members.at(-1) === place) give(shares, pool, pool.leftE18);
    }
    return shares;
  });
}

function poolsOf(members: readonly Member[], upTo: number): Pool[] {
  const pools = new Map<string, Pool>();
  members.forEach(({ buckets, commitmentId, period }) => {
    const mine = [...buckets].filter(({ pool }) => pool.split('\n')[0] === commitmentId);
    for (const key of new Set(mine.map(({ pool }) => pool))) {
      const ids = key.split('\n');
      const places = members.flatMap((m, i) => (ids.includes(m.commitmentId) ? [i] : []));
      const shared = mine.filter(({ pool }) => pool === key);
      for (const sum of classSums(shared, period.start, Math.min(upTo, period.end))) {
        const pool = { class: sum.class, key, members: places, leftE18: sum.eligibleE18 };
        pools.set(`${key} ${sum.class}`, pool);
      }
    }
  });
  return [...pools.values()];
}

/** What the caps of the class still admit. */
function headroom({ period }: Member, shares: Shares, spendClass: SpendClass): bigint | null {
  const eligible = [...new Set([...shares.keys(), spendClass])].map((name) => ({
    class: name,
    eligibleE18: shares.get(name) ?? 0n,
  }));
  const context = { terms: period.terms, lastDay: period.end - 1, minimumE18: period.minimumE18 };
  const counted = countClasses(eligible, context).find((sum) => sum.class === spendClass);
  const cap = counted?.capE18 ?? null;
  return cap === null ? null : cap - (shares.get(spendClass) ?? 0n);
}

function inOrder(place: number): (a: Pool, b: Pool) => number {
  const later = ({ members }: Pool): number => members.filter((member) => member > place).length;
  return (a, b) =>
    Number(b.leftE18 < 0n) - Number(a.leftE18 < 0n) ||
    later(a) - later(b) ||
    classRank(a.class) - classRank(b.class) ||
    (a.key < b.key ? -1 : 1);
}

function give(shares: Map<SpendClass, bigint>, pool: Pool, amount: bigint): void {
  shares.set(pool.class, (shares.get(pool.class) ?? 0n) + amount);
  pool.leftE18 -= amount;
}

/** The least of what there is, what is needed and what is admitted; all of a negative amount. */
function least(left: bigint, need: bigint, admitted: bigint | null): bigint {
  if (left <= 0n) return left;
  const wanted = need < left ? need : left;
  const bounded = admitted !== null && admitted < wanted ? admitted : wanted;
  return bounded > 0n ? bounded : 0n;
}
