import { type Day } from '@app/calendar';
import { type Entry, type Meta } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AttainmentReader } from './attainment.reader.js';
import { type DrawDown } from './draw-down.js';
import { isAfter, keyedEntries } from './entries.view.js';
import { GetEntriesQuery } from './get-entries.query.js';
import { type ListAnswer } from './read-address.js';

@QueryHandler(GetEntriesQuery)
export class GetEntriesHandler implements IQueryHandler<GetEntriesQuery> {
  constructor(private readonly attainment: AttainmentReader) {}

  async execute({
    commitmentId,
    range,
    slice,
    at,
  }: GetEntriesQuery): Promise<ListAnswer<Entry, Meta>> {
    const { limit, after } = slice;
    const to = range.to ?? '9999-12-31';
    const drawDown = await this.attainment.drawDown(commitmentId, at, {
      from: latest(range.from ?? '0001-01-01', after?.slice(0, 10) ?? ''),
      to,
      enough: limit,
    });
    const rows = keyedEntries(drawDown).filter(({ key }) => isAfter(key, after));
    const data = rows.slice(0, limit);
    return {
      data: data.map(({ entry }) => entry),
      next: rows.length > limit || goesOn(drawDown, to) ? (data.at(-1)?.key ?? null) : null,
      meta: drawDown.meta,
    };
  }
}

/** Whether days with entries follow the last one read. */
function goesOn({ days, details }: DrawDown, to: Day): boolean {
  const last = details.at(-1)?.day;
  return last !== undefined && days.some(({ day }) => day > last && day < to);
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}
