import { IssueApiKeyCommand, ListApiKeysQuery, RevokeApiKeyCommand } from '@app/access';
import { ApiKeyIssuedAnswer, ApiKeyList, IssueApiKeyBody, KeyId, ListQuery } from '@app/wire';
import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Route } from '../openapi/route.decorator.js';
import { Answer } from '../request/answer.js';
import { type Caller, Context } from '../request/caller.js';
import { sliceOf } from '../request/cursor.js';
import { ListMoment } from '../request/list-moment.js';
import { pageOf } from '../request/page.js';
import { apiKeyRows, issuedAnswer } from './api-key-answer.js';

@ApiTags('access')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly moment: ListMoment,
  ) {}

  @Post()
  @Route({
    summary: 'Make a key; the answer shows it once',
    access: 'administer',
    status: 201,
    answer: ApiKeyIssuedAnswer,
    idempotent: true,
  })
  async issue(
    @Body({ schema: IssueApiKeyBody }) body: IssueApiKeyBody,
    @Context() { actor, idempotencyKey, bodyHash }: Caller,
  ): Promise<Answer<ApiKeyIssuedAnswer>> {
    const { environment = 'live', sourcePrefixes = [], ...rest } = body;
    const newKey = { ...rest, environment, sourcePrefixes };
    const command = new IssueApiKeyCommand(newKey, actor, idempotencyKey, bodyHash);
    return issuedAnswer(await this.commands.execute(command));
  }

  @Get()
  @Route({ summary: 'List keys', access: 'administer', answer: ApiKeyList })
  async list(@Query({ schema: ListQuery }) query: ListQuery): Promise<ApiKeyList> {
    const { limit, after = '' } = sliceOf('api-keys', query);
    const meta = await this.moment.now();
    const keys = await this.queries.execute(new ListApiKeysQuery(after, limit));
    return pageOf('api-keys', query, { ...apiKeyRows(keys, limit), meta });
  }

  @Delete(':keyId')
  @Route({
    summary: 'Revoke a key; it is refused within ten seconds',
    access: 'administer',
    status: 204,
  })
  async revoke(
    @Param('keyId', { schema: KeyId }) keyId: string,
    @Context() { actor }: Caller,
  ): Promise<Answer<undefined>> {
    const position = await this.commands.execute(new RevokeApiKeyCommand(keyId, actor));
    return new Answer(undefined, { position: `-1:${position.toString()}` });
  }
}
