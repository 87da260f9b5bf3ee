/** Why a figure changed, in the order in which the changes are applied. */
export const DELTA_CAUSES = [
  'LATE_USAGE',
  'CORRECTION',
  'RULES',
  'PRICE',
  'FX',
  'TERMS',
  'EARLIER_PERIOD',
] as const;

export type DeltaCause = (typeof DELTA_CAUSES)[number];

/** By how much one cause changed a figure; zero changes are left out. */
export interface DeltaPart {
  readonly cause: DeltaCause;
  readonly amountE18: bigint;
}

/**
 * Splits the change of a figure over its causes: each is applied on top of those before it, so the
 * parts add up to the whole change exactly.
 *
 * @param figure the figure with the named causes as they are after the change, all others as before
 */
export function deltaByCause(figure: (applied: ReadonlySet<DeltaCause>) => bigint): DeltaPart[] {
  const applied = new Set<DeltaCause>();
  let before = figure(new Set());
  const parts: DeltaPart[] = [];
  for (const cause of DELTA_CAUSES) {
    applied.add(cause);
    const after = figure(new Set(applied));
    if (after !== before) parts.push({ cause, amountE18: after - before });
    before = after;
  }
  return parts;
}
