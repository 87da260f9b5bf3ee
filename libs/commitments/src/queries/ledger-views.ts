import { type Day, dayOfInstant } from '@app/calendar';
import { type Clock } from '@app/platform';
import { type Meta } from '@app/wire';
import { type AttainmentBook, type CommitmentState } from '../projections/attainment-book.js';
import { type BookLoader } from '../projections/book-loader.js';
import { LastBook } from '../projections/last-book.js';
import { positionOf } from '../projections/position-of.js';
import { silentSources } from '../projections/silent-sources.js';
import { CommitmentNotFoundError } from './not-found.errors.js';
import { type ReadAddress } from './read-address.js';

/** Facts and judgement at one address, and from where they are looked at. */
export interface LedgerView {
  readonly book: AttainmentBook;
  readonly at: { readonly through: Day | null; readonly today: Day };
  readonly now: Date;
  /** Undefined: the present. */
  readonly asOf: string | undefined;
}

/** Loads the book of any address into this process. */
export class LedgerViews {
  private readonly past: LastBook;

  constructor(
    private readonly loader: BookLoader,
    private readonly clock: Clock,
  ) {
    this.past = new LastBook(loader);
  }

  async at({ asOf: asked, through }: ReadAddress): Promise<LedgerView> {
    const now = this.clock.now();
    // Nothing is known yet of the future: asking for it asks for the present.
    const asOf = asked !== undefined && Date.parse(asked) < now.getTime() ? asked : undefined;
    const book = await (asOf === undefined ? this.loader.current() : this.past.asOf(asOf));
    const today = dayOfInstant(asOf ?? now.toISOString());
    return { book, at: { through: through ?? null, today }, now, asOf };
  }
}

/**
 * Figures of one commitment in a view.
 *
 * @throws CommitmentNotFoundError when it was not signed at the address
 */
export function stateIn({ book, at }: LedgerView, commitmentId: string): CommitmentState {
  const booked = book
    .commitments()
    .find(({ commitment }) => commitment.commitmentId === commitmentId);
  if (booked === undefined) throw new CommitmentNotFoundError(commitmentId);
  return book.state(booked, at);
}

/** Freshness of an answer about a commitment. */
export function metaOf({ book, at, now, asOf }: LedgerView, state: CommitmentState): Meta {
  const { address } = book;
  return {
    asOf: asOf ?? address.asOf ?? now.toISOString(),
    through: at.through,
    watermark: state.watermark,
    position: positionOf(address),
    computedAt: now.toISOString(),
    lagMs: 0,
    silentSources: silentSources(state.sources, asOf === undefined ? now : new Date(asOf)),
  };
}
