import { type Day, dayNumber } from '@app/calendar';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ExplainedCell } from '../domain/index.js';
import { ExplanationReader } from './explanation.reader.js';
import { explainedView } from './explained.view.js';
import {
  type ExplainAnswer,
  type ExplainRange,
  GetExplanationQuery,
} from './get-explanation.query.js';
import { type ListSlice } from './read-address.js';

interface Keyed {
  /** `<day number>.<place in the day>` */
  readonly key: string;
  readonly cell: ExplainedCell;
}

@QueryHandler(GetExplanationQuery)
export class GetExplanationHandler implements IQueryHandler<GetExplanationQuery> {
  constructor(private readonly explanations: ExplanationReader) {}

  async execute({ commitmentId, range, slice, at }: GetExplanationQuery): Promise<ExplainAnswer> {
    const explained = await this.explanations.read(commitmentId, at);
    const { rows, next } = rowsOf(explained.cells, range, slice);
    const cells = rows.map(({ cell }) => cell);
    const lines =
      range.day === undefined
        ? undefined
        : await this.explanations.lines(cells, explained.vector, slice.limit);
    return {
      basis: explained.basis,
      data: explainedView(cells, explained.basis, lines),
      next,
      meta: explained.meta,
    };
  }
}

/** The slice of the range's cells that come after a key; no more is made than it takes. */
function rowsOf(
  cells: (from: number, to: number) => Iterable<ExplainedCell>,
  range: ExplainRange,
  { limit, after }: ListSlice,
): { rows: Keyed[]; next: string | null } {
  const [afterDay, afterPlace] = (after?.split('.') ?? []).map(Number);
  const { from, to } = daysOf(range);
  const rows: Keyed[] = [];
  let day: Day | undefined;
  let place = -1;
  for (const cell of cells(Math.max(from, afterDay ?? -Infinity), to)) {
    place = cell.day === day ? place + 1 : 0;
    day = cell.day;
    const number = dayNumber(day);
    if (number === afterDay && place <= (afterPlace ?? -1)) continue;
    if (range.class !== undefined && cell.class !== range.class) continue;
    if (rows.length === limit) return { rows, next: rows.at(-1)?.key ?? null };
    rows.push({ key: `${number}.${place}`, cell });
  }
  return { rows, next: null };
}

/** The day asked for, inside the range asked for. */
function daysOf({ day, from, to }: ExplainRange): { from: number; to: number } {
  const [first, last] = [dayOr(from, -Infinity), dayOr(to, Infinity)];
  if (day === undefined) return { from: first, to: last };
  const number = dayNumber(day);
  return { from: Math.max(first, number), to: Math.min(last, number + 1) };
}

function dayOr(day: Day | undefined, otherwise: number): number {
  return day === undefined ? otherwise : dayNumber(day);
}
