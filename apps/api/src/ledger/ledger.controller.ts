import { EventStore } from '@app/event-store';
import { UsageLedgerReader } from '@app/usage-ledger';
import { LedgerHead } from '@app/wire';
import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { ledgerHead } from './ledger-head.js';

@ApiTags('ledger')
@Controller('v1/ledger')
export class LedgerController {
  constructor(
    private readonly ledger: UsageLedgerReader,
    private readonly eventStore: EventStore,
  ) {}

  @Get('head')
  @Route({ summary: 'Position and chain of every shard', access: 'read', answer: LedgerHead })
  async head(): Promise<LedgerHead> {
    return ledgerHead(await this.ledger.head(), await this.eventStore.head());
  }
}
