import { type PositionAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AttainmentReader } from './attainment.reader.js';
import { GetPositionQuery } from './get-position.query.js';

@QueryHandler(GetPositionQuery)
export class GetPositionHandler implements IQueryHandler<GetPositionQuery> {
  constructor(private readonly attainment: AttainmentReader) {}

  async execute({ commitmentId, at }: GetPositionQuery): Promise<PositionAnswer> {
    const { body, meta } = await this.attainment.headline(commitmentId, at);
    return { ...body, meta };
  }
}
