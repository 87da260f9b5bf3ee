import { ListQuery, QuarantineList } from '@app/wire';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { sliceOf } from '../request/cursor.js';
import { ListMoment } from '../request/list-moment.js';
import { pageOf } from '../request/page.js';
import { QuarantineRows } from './quarantine-rows.js';

@ApiTags('usage')
@Controller('v1/quarantine')
export class QuarantineController {
  constructor(
    private readonly rows: QuarantineRows,
    private readonly moment: ListMoment,
  ) {}

  @Get()
  @Route({
    summary: 'Events that were refused, and why',
    access: 'inspect',
    answer: QuarantineList,
  })
  async list(@Query({ schema: ListQuery }) query: ListQuery): Promise<QuarantineList> {
    const slice = sliceOf('quarantine', query);
    const meta = await this.moment.now();
    return pageOf('quarantine', query, { ...(await this.rows.read(slice)), meta });
  }
}
