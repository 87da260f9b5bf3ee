import { type SeriesAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AttainmentReader } from './attainment.reader.js';
import { GetSeriesQuery } from './get-series.query.js';
import { seriesAnswer } from './series.view.js';

/** Before and after every term. */
const ALL_DAYS = { from: '0001-01-01', to: '9999-12-31', enough: Number.MAX_SAFE_INTEGER };

@QueryHandler(GetSeriesQuery)
export class GetSeriesHandler implements IQueryHandler<GetSeriesQuery> {
  constructor(private readonly attainment: AttainmentReader) {}

  async execute({ commitmentId, request, at }: GetSeriesQuery): Promise<SeriesAnswer> {
    const groupBy = request.groupBy ?? [];
    const range = groupBy.length === 0 ? undefined : { ...ALL_DAYS, to: request.to ?? ALL_DAYS.to };
    const drawDown = await this.attainment.drawDown(commitmentId, at, range);
    const { start, end } = drawDown.body.term;
    return seriesAnswer(drawDown, {
      interval: request.interval ?? 'P1D',
      cumulative: request.cumulative ?? true,
      groupBy,
      from: request.from ?? start,
      to: request.to ?? end,
    });
  }
}
