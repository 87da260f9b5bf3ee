import { type Day } from '@app/calendar';
import { type CommitmentState } from '../projections/attainment-book.js';
import { positionOf } from '../projections/position-of.js';
import { positionBody } from '../projections/position.view.js';
import {
  type DayRange,
  type DaySum,
  type DrawDown,
  type DrawDownDay,
  type Headline,
} from './draw-down.js';
import { type LedgerView, type LedgerViews, metaOf, stateIn } from './ledger-views.js';
import { type ReadAddress } from './read-address.js';

/** Answers at any address by folding facts and judgement in this process. */
export class FoldedReader {
  constructor(private readonly views: LedgerViews) {}

  /** @throws CommitmentNotFoundError when it was not signed at the address */
  async drawDown(commitmentId: string, at: ReadAddress, range?: DayRange): Promise<DrawDown> {
    const view = await this.views.at(at);
    const state = stateIn(view, commitmentId);
    return {
      ...headline(view, state),
      days: daySums(state),
      details: range === undefined ? [] : details(view, state, range),
    };
  }

  /** Headlines of those that were signed at the address. */
  async headlines(ids: readonly string[], at: ReadAddress): Promise<Map<string, Headline>> {
    const view = await this.views.at(at);
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
}

function headline(view: LedgerView, state: CommitmentState): Headline {
  const { attainment, commitment } = state;
  return {
    body: positionBody(attainment, commitment.name),
    lifecycle: attainment.lifecycle,
    meta: metaOf(view, state),
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

function details({ book, at }: LedgerView, state: CommitmentState, range: DayRange): DrawDownDay[] {
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
