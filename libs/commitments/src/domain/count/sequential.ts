import { DaySums } from '../fold/day-sums.js';
import { type SpendClass } from '../terms/terms.js';

/** One commitment of a sequence: it holds up to its total until its end. */
export interface Link {
  /** Null: the last one, which holds all the rest. */
  readonly totalE18: bigint | null;
  /** Day number, exclusive. */
  readonly end: number;
}

/** What one class adds on one day, in the order in which charges are held. */
export interface Charge {
  readonly day: number;
  readonly class: SpendClass;
  readonly amountE18: bigint;
}

/**
 * Splits charges over a sequence: `Q(d)` = all since the first one's start; the first holds
 * `min(Q(d), total)` until its end, the next of the rest likewise; the completing charge is split.
 *
 * @returns what each link holds by class and day
 */
export function splitInSequence(
  charges: readonly Charge[],
  links: readonly Link[],
): Map<SpendClass, DaySums>[] {
  const held = links.map(() => new Map<SpendClass, DaySums>());
  /** Cumulative rest that reaches each link, and what it holds of it. */
  const reached = links.map(() => 0n);
  const holding = links.map(() => 0n);
  for (const charge of charges) {
    let rest = charge.amountE18;
    links.forEach((link, place) => {
      if (charge.day >= link.end && link.totalE18 !== null) return;
      const cumulative = (reached[place] ?? 0n) + rest;
      reached[place] = cumulative;
      const now = link.totalE18 === null || cumulative < link.totalE18 ? cumulative : link.totalE18;
      const part = now - (holding[place] ?? 0n);
      holding[place] = now;
      if (part !== 0n) add(held[place], charge, part);
      rest -= part;
    });
  }
  return held;
}

function add(
  held: Map<SpendClass, DaySums> | undefined,
  { class: name, day }: Charge,
  part: bigint,
): void {
  if (held === undefined) return;
  let days = held.get(name);
  if (days === undefined) {
    days = new DaySums();
    held.set(name, days);
  }
  days.add(day, part);
}
