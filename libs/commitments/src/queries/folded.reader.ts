import { type Day, dayOfInstant } from '@app/calendar';
import { type Clock } from '@app/platform';
import { type Meta } from '@app/wire';
import { type AttainmentBook, type CommitmentState } from '../projections/attainment-book.js';
import { type BookLoader } from '../projections/book-loader.js';
import { LastBook } from '../projections/last-book.js';
import { positionOf } from '../projections/position-of.js';
import { positionBody } from '../projections/position.view.js';
import { silentSources } from '../projections/silent-sources.js';
import {
  type DayRange,
  type DaySum,
  type DrawDown,
  type DrawDownDay,
  type Headline,
} from './draw-down.js';
import { CommitmentNotFoundError } from './not-found.errors.js';
import { type ReadAddress } from './read-address.js';

interface View {
  readonly book: AttainmentBook;
  readonly at: { readonly through: Day | null; readonly today: Day };
  readonly now: Date;
  readonly asOf: string | undefined;
}

/** Answers at any address by folding facts and judgement in this process. */
export class FoldedReader {
  private readonly past: LastBook;

  constructor(
    private readonly loader: BookLoader,
    private readonly clock: Clock,
  ) {
    this.past = new LastBook(loader);
  }

  /** @throws CommitmentNotFoundError when it was not signed at the address */
  async drawDown(commitmentId: string, at: ReadAddress, range?: DayRange): Promise<DrawDown> {
    const view = await this.view(at);
    const booked = view.book
      .commitments()
      .find(({ commitment }) => commitment.commitmentId === commitmentId);
    if (booked === undefined) throw new CommitmentNotFoundError(commitmentId);
    const state = view.book.state(booked, view.at);
    return {
      ...headline(view, state),
      days: daySums(state),
      details: range === undefined ? [] : details(view, state, range),
    };
  }

  /** Headlines of those that were signed at the address. */
  async headlines(ids: readonly string[], at: ReadAddress): Promise<Map<string, Headline>> {
    const view = await this.view(at);
    const wanted = new Set(ids);
    return new Map(
      view.book
        .commitments()
        .filter(({ commitment }) => wanted.has(commitment.commitmentId))
        .map((booked) => [
          booked.commitment.commitmentId,
          headline(view, view.book.state(booked, view.at)),
        ]),
    );
  }

  private async view({ asOf: asked, through }: ReadAddress): Promise<View> {
    const now = this.clock.now();
    // Nothing is known yet of the future: asking for it asks for the present.
    const asOf = asked !== undefined && Date.parse(asked) < now.getTime() ? asked : undefined;
    const book = await (asOf === undefined ? this.loader.current() : this.past.asOf(asOf));
    const today = dayOfInstant(asOf ?? now.toISOString());
    return { book, at: { through: through ?? null, today }, now, asOf };
  }
}

function headline(view: View, state: CommitmentState): Headline {
  const { attainment, commitment } = state;
  return {
    body: positionBody(attainment, commitment.name),
    lifecycle: attainment.lifecycle,
    meta: metaOf(view, state),
  };
}

function metaOf({ book, at, now, asOf }: View, state: CommitmentState): Meta {
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

function daySums({ attainment }: CommitmentState): DaySum[] {
  const sums: { day: Day; countedE18: bigint }[] = [];
  for (const { day, countedE18 } of attainment.days) {
    const last = sums.at(-1);
    if (last?.day === day) last.countedE18 += countedE18;
    else sums.push({ day, countedE18 });
  }
  return sums;
}

function details({ book, at }: View, state: CommitmentState, range: DayRange): DrawDownDay[] {
  const position = positionOf(book.address);
  const to = at.through !== null && at.through < range.to ? at.through : range.to;
  const days: { day: Day; position: string; entries: DrawDownDay['entries'][number][] }[] = [];
  for (const one of book.attributions(state.commitment.commitmentId, range.from, to)) {
    if (days.at(-1)?.day !== one.day) days.push({ day: one.day, position, entries: [] });
    const { attrs, amountE18, countedE18 } = one;
    days.at(-1)?.entries.push({ attrs, class: one.class, rule: one.ruleId, amountE18, countedE18 });
  }
  return days;
}
