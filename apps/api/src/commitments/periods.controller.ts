import {
  CurePeriodCommand,
  PayShortfallCommand,
  RestatePeriodCommand,
  SettlePeriodCommand,
} from '@app/commitments';
import {
  CurePeriodBody,
  DryRunQuery,
  Identifier,
  PayShortfallBody,
  PeriodChangedAnswer,
  PeriodIndex,
  RestatePeriodBody,
  SettlePeriodBody,
} from '@app/wire';
import { Body, Controller, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { RecordedInterceptor } from '../idempotency/recorded.interceptor.js';
import { Route } from '../openapi/route.decorator.js';
import { type Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { GuardedContext } from '../request/precondition.js';
import { periodChanged } from './period-changed.js';

@ApiTags('commitments')
@Controller('v1/commitments/:commitmentId/periods/:index')
export class PeriodsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('settle')
  @Route({
    summary: 'Close an ended period now and issue its statement',
    access: 'administer',
    answer: PeriodChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async settle(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('index', { schema: PeriodIndex }) index: number,
    @Body({ schema: SettlePeriodBody }) { reason }: SettlePeriodBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<PeriodChangedAnswer>> {
    const command = new SettlePeriodCommand(commitmentId, index, reason, { ...caller, dryRun });
    return periodChanged(commitmentId, index, await this.commands.execute(command), dryRun);
  }

  @Post('cure')
  @Route({
    summary: 'Move counted spend of the next period into a closed one',
    access: 'administer',
    answer: PeriodChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async cure(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('index', { schema: PeriodIndex }) index: number,
    @Body({ schema: CurePeriodBody }) body: CurePeriodBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<PeriodChangedAnswer>> {
    const command = new CurePeriodCommand(commitmentId, index, body, { ...caller, dryRun });
    return periodChanged(commitmentId, index, await this.commands.execute(command), dryRun);
  }

  @Post('payments')
  @Route({
    summary: 'Record a payment of an assessed shortfall',
    access: 'administer',
    answer: PeriodChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async pay(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('index', { schema: PeriodIndex }) index: number,
    @Body({ schema: PayShortfallBody }) body: PayShortfallBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<PeriodChangedAnswer>> {
    const command = new PayShortfallCommand(commitmentId, index, body, { ...caller, dryRun });
    return periodChanged(commitmentId, index, await this.commands.execute(command), dryRun);
  }

  @Post('restate')
  @Route({
    summary: 'Issue the next version of a statement now, if its figures changed',
    access: 'administer',
    answer: PeriodChangedAnswer,
    idempotent: true,
  })
  @UseInterceptors(RecordedInterceptor)
  async restate(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('index', { schema: PeriodIndex }) index: number,
    @Body({ schema: RestatePeriodBody }) { reason }: RestatePeriodBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @Context() { actor }: Caller,
  ): Promise<Answer<PeriodChangedAnswer>> {
    const command = new RestatePeriodCommand(commitmentId, index, reason, { actor, dryRun });
    return periodChanged(commitmentId, index, await this.commands.execute(command), dryRun);
  }
}
