/** Excess of an earlier period that may still be used. */
export interface Lot {
  readonly amountE18: bigint;
  /** Periods, this one included, in which it may be used. */
  readonly periodsLeft: number;
}

/** What became of the lots in one period. */
export interface LotUse {
  readonly availableE18: bigint;
  readonly usedE18: bigint;
  readonly lapsedE18: bigint;
  /** For the next period, oldest first. */
  readonly left: readonly Lot[];
}

/**
 * Uses lots up to `wantedE18`: soonest expiry first, then oldest. What is left of a lot in its last
 * period lapses.
 */
export function useLots(lots: readonly Lot[], wantedE18: bigint): LotUse {
  const order = lots.map((_, place) => place);
  order.sort((a, b) => (lots[a]?.periodsLeft ?? 0) - (lots[b]?.periodsLeft ?? 0) || a - b);
  const rest = lots.map(({ amountE18 }) => amountE18);
  let wanted = wantedE18;
  for (const place of order) {
    const amount = rest[place] ?? 0n;
    const used = amount < wanted ? amount : wanted;
    rest[place] = amount - used;
    wanted -= used;
  }
  let lapsed = 0n;
  const left: Lot[] = [];
  lots.forEach(({ periodsLeft }, place) => {
    const amountE18 = rest[place] ?? 0n;
    if (periodsLeft <= 1) lapsed += amountE18;
    else if (amountE18 > 0n) left.push({ amountE18, periodsLeft: periodsLeft - 1 });
  });
  return {
    availableE18: lots.reduce((sum, { amountE18 }) => sum + amountE18, 0n),
    usedE18: wantedE18 - wanted,
    lapsedE18: lapsed,
    left,
  };
}
