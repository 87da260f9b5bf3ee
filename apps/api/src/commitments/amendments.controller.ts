import { AmendTermsCommand, VoidAmendmentCommand } from '@app/commitments';
import {
  AmendTermsBody,
  DryRunQuery,
  Identifier,
  TermsChangedAnswer,
  TermsVersion,
  VoidAmendmentBody,
} from '@app/wire';
import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { type Answer } from '../request/answer.js';
import { type Caller } from '../request/caller.js';
import { GuardedContext } from '../request/precondition.js';
import { termsChanged } from './terms-changed.js';

@ApiTags('commitments')
@Controller('v1/commitments/:commitmentId/amendments')
export class AmendmentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @Route({
    summary: 'Change clauses of the terms from a day on',
    access: 'administer',
    answer: TermsChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async amend(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Body({ schema: AmendTermsBody }) body: AmendTermsBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<TermsChangedAnswer>> {
    const command = new AmendTermsCommand({ commitmentId, ...body }, { ...caller, dryRun });
    return termsChanged(commitmentId, await this.commands.execute(command), dryRun);
  }

  @Post(':version/void')
  @Route({
    summary: 'Take an amendment back; the history keeps both',
    access: 'administer',
    answer: TermsChangedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async void(
    @Param('commitmentId', { schema: Identifier }) commitmentId: string,
    @Param('version', { schema: TermsVersion }) version: number,
    @Body({ schema: VoidAmendmentBody }) { reason }: VoidAmendmentBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<TermsChangedAnswer>> {
    const voiding = { commitmentId, version, reason };
    const command = new VoidAmendmentCommand(voiding, { ...caller, dryRun });
    return termsChanged(commitmentId, await this.commands.execute(command), dryRun);
  }
}
