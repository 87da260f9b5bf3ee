import { canonicalUnit, type CanonicalUnit, PriceList } from '@app/pricing/domain';
import { type Commitment, type Contract } from '../contract/contract.state.js';
import { cutPeriods } from '../periods/cut-periods.js';
import { generatePeriods } from '../periods/generate-periods.js';
import { type Period } from '../periods/period.js';
import { periodMinima } from '../periods/period-minimum.js';
import { termsAt, type TermsSegment, termsTimeline } from '../terms/terms-timeline.js';
import { type Terms } from '../terms/terms.js';
import { type Judgement } from './fold.js';
import { FxResolver } from './fx-resolver.js';
import { lineSegments } from './line-segments.js';

/** A period with its amended and prorated minimum, and the terms of its last day. */
export interface PlannedPeriod extends Period {
  readonly minimumE18: bigint;
  readonly terms: Terms;
}

/** Days between two changes of the line clauses. */
export interface LineSegment extends TermsSegment {
  readonly fx: FxResolver;
  readonly prices: PriceList;
}

/** All of one commitment that does not depend on usage. */
export interface CommitmentPlan {
  readonly contract: Contract;
  readonly commitment: Commitment;
  /** Clauses that cannot be amended are the same in every segment. */
  readonly signed: Terms;
  readonly timeline: readonly TermsSegment[];
  readonly periods: readonly PlannedPeriod[];
  /** First day of each line segment, ascending from -Infinity. */
  readonly edges: readonly number[];
  readonly segments: readonly LineSegment[];
  /** Category USAGE: the unit that counts. */
  readonly unit: CanonicalUnit | null;
}

/**
 * Resolves a commitment's terms, periods, prices and rates once per judgement.
 *
 * @param peers commitments that share lines with it: a change of their terms splits its days too
 */
export function planCommitment(
  contract: Contract,
  commitment: Commitment,
  judgement: Judgement,
  peers: readonly Commitment[] = [],
): CommitmentPlan {
  const timeline = termsTimeline(commitment, contract.start);
  const lines = [timeline, ...peers.map((peer) => termsTimeline(peer, contract.start))];
  const edges = lineSegments(lines.flat());
  return {
    contract,
    commitment,
    signed: commitment.terms,
    timeline,
    periods: plannedPeriods(contract, commitment, timeline),
    edges,
    segments: edges.map((from) => {
      const segment = termsAt(timeline, from);
      return {
        ...segment,
        fx: new FxResolver(segment.terms.fx, contract.currency, judgement.fxTables),
        prices: new PriceList(booksOf(contract, segment.terms, judgement)),
      };
    }),
    unit: commitment.unit === undefined ? null : canonicalUnit(commitment.unit),
  };
}

function plannedPeriods(
  contract: Contract,
  commitment: Commitment,
  timeline: readonly TermsSegment[],
): PlannedPeriod[] {
  const { ending, terms } = commitment;
  const generated = generatePeriods(terms, contract);
  const periods = ending === undefined ? generated : cutPeriods(generated, ending.effectiveOn);
  const lastTerms = ({ end }: Period): Terms => termsAt(timeline, end - 1).terms;
  const minima = periodMinima(commitment, periods, (p) => lastTerms(p).midPeriodAmendment);
  return periods.map((period, place) => ({
    ...period,
    minimumE18: minima[place] ?? 0n,
    terms: lastTerms(period),
  }));
}

/** Price books in the order of the terms; without one, all of the provider by (priority, id). */
export function booksOf(
  contract: Contract,
  terms: Terms,
  { priceBooks }: Pick<Judgement, 'priceBooks'>,
): Judgement['priceBooks'] {
  if (terms.priceBooks.length > 0) {
    return terms.priceBooks.flatMap((id) => priceBooks.filter((book) => book.priceBookId === id));
  }
  return priceBooks
    .filter(({ provider }) => provider.toLowerCase() === contract.provider.toLowerCase())
    .sort((a, b) => a.priority - b.priority || (a.priceBookId < b.priceBookId ? -1 : 1));
}
