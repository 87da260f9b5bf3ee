import {
  GetContractQuery,
  ListContractsQuery,
  ReceiveCapitalCommand,
  SignContractCommand,
} from '@app/commitments';
import {
  CapitalReceivedAnswer,
  ContractAnswer,
  ContractList,
  ContractSignedAnswer,
  ContractsQuery,
  DryRunQuery,
  Identifier,
  ReceiveCapitalBody,
  SignContractBody,
  ContractQuery,
} from '@app/wire';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { given } from '../request/given.js';
import { pageOf } from '../request/page.js';
import { GuardedContext } from '../request/precondition.js';
import { shown } from '../request/shown.js';
import { capitalAnswer } from './capital-answer.js';
import { signedAnswer } from './signed-answer.js';

@ApiTags('contracts')
@Controller('v1/contracts')
export class ContractsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Route({
    summary: 'Sign a contract with its commitments',
    access: 'administer',
    status: 201,
    answer: ContractSignedAnswer,
    idempotent: true,
  })
  async sign(
    @Body({ schema: SignContractBody }) body: SignContractBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @Context() caller: Caller,
  ): Promise<Answer<ContractSignedAnswer>> {
    const done = await this.commands.execute(new SignContractCommand(body, { ...caller, dryRun }));
    return signedAnswer(body, done, dryRun);
  }

  @Post(':contractId/capital')
  @Route({
    summary: 'Record a capital tranche received',
    access: 'administer',
    answer: CapitalReceivedAnswer,
    idempotent: true,
    precondition: 'required',
  })
  async receiveCapital(
    @Param('contractId', { schema: Identifier }) contractId: string,
    @Body({ schema: ReceiveCapitalBody }) body: ReceiveCapitalBody,
    @Query({ schema: DryRunQuery }) { dryRun = false }: DryRunQuery,
    @GuardedContext() caller: Caller,
  ): Promise<Answer<CapitalReceivedAnswer>> {
    const command = new ReceiveCapitalCommand(contractId, body, { ...caller, dryRun });
    return capitalAnswer(contractId, body.trancheId, await this.commands.execute(command), dryRun);
  }

  @Get()
  @Route({ summary: 'List contracts', access: 'read', answer: ContractList })
  async list(@Query({ schema: ContractsQuery }) query: ContractsQuery): Promise<ContractList> {
    const slice = sliceOf('contracts', query);
    const rows = await this.queries.execute(new ListContractsQuery(slice, given(slice, 'asOf')));
    return pageOf('contracts', query, rows);
  }

  @Get(':contractId')
  @Route({ summary: 'A contract with its history', access: 'read', answer: ContractAnswer })
  async get(
    @Param('contractId', { schema: Identifier }) contractId: string,
    @Query({ schema: ContractQuery }) { asOf }: ContractQuery,
  ): Promise<Answer<ContractAnswer>> {
    const contract = await this.queries.execute(new GetContractQuery(contractId, { asOf }));
    return new Answer(shown(ContractAnswer, contract), { version: contract.version });
  }
}
