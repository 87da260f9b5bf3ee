import { UsageLedgerReader } from '@app/usage-ledger';
import { SourceList, SourcesQuery } from '@app/wire';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { sliceOf } from '../request/cursor.js';
import { ListMoment } from '../request/list-moment.js';
import { pageOf } from '../request/page.js';
import { ReadModelGate } from '../request/read-model-gate.js';
import { sourceRows } from './source-rows.js';

@ApiTags('usage')
@Controller('v1/sources')
export class SourcesController {
  constructor(
    private readonly ledger: UsageLedgerReader,
    private readonly moment: ListMoment,
    private readonly gate: ReadModelGate,
  ) {}

  @Get()
  @Route({
    summary: 'Each exporter stream and how fresh it is',
    access: 'read',
    answer: SourceList,
  })
  async list(@Query({ schema: SourcesQuery }) query: SourcesQuery): Promise<SourceList> {
    const slice = sliceOf('sources', query);
    await this.gate.pass(query);
    const meta = await this.moment.now();
    return pageOf('sources', query, { ...sourceRows(await this.ledger.sources(), slice), meta });
  }
}
