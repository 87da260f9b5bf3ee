import { type Day, dayNumber } from '@app/calendar';
import { type Amendment, type Commitment } from '../contract/contract.state.js';
import { completeTerms } from './complete-terms.js';
import { type TermsPatch } from './terms-input.js';
import { type Terms } from './terms.js';

/** Terms that hold from a day on. */
export interface TermsSegment {
  /** Day number; -Infinity for the terms as signed. */
  readonly from: number;
  /** Newest version that bears on these days, a void included. */
  readonly version: number;
  readonly terms: Terms;
}

type Amended = Pick<Commitment, 'amendments'>;

/** The amendments that hold, in the order in which they apply: (effectiveFrom, version). */
export function amendmentsInForce({ amendments }: Amended): Amendment[] {
  const voided = new Set(amendments.map((amendment) => amendment.voids));
  return amendments
    .filter(({ voids, version }) => voids === undefined && !voided.has(version))
    .sort((a, b) => byDay(a.effectiveFrom, b.effectiveFrom) || a.version - b.version);
}

/** Terms by the day they hold, as known in this state of the contract. */
export function termsTimeline(
  commitment: Amended & Pick<Commitment, 'terms'>,
  contractStart: Day,
): readonly TermsSegment[] {
  const inForce = amendmentsInForce(commitment);
  const { amendments } = commitment;
  const days = [...new Set(amendments.map(({ effectiveFrom }) => effectiveFrom))].sort(byDay);
  return [
    { from: -Infinity, version: 1, terms: commitment.terms },
    ...days.map((day) => ({
      from: dayNumber(day),
      version: Math.max(
        ...amendments.filter((a) => a.effectiveFrom <= day).map(({ version }) => version),
      ),
      terms: inForce
        .filter((amendment) => amendment.effectiveFrom <= day)
        .reduce(
          (terms, { terms: patch }) => applyPatch(terms, patch, contractStart),
          commitment.terms,
        ),
    })),
  ];
}

/** Terms of a day number. */
export function termsAt(timeline: readonly TermsSegment[], day: number): TermsSegment {
  const found = timeline.findLast((segment) => segment.from <= day);
  if (found === undefined) throw new Error('a timeline starts at -Infinity');
  return found;
}

function applyPatch(terms: Terms, patch: TermsPatch, contractStart: Day): Terms {
  const merged: Record<string, unknown> = { ...terms };
  for (const [clause, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(merged, clause);
    else if (value !== undefined) merged[clause] = value;
  }
  return completeTerms(merged, contractStart);
}

function byDay(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}
