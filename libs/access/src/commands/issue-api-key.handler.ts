import { EventStore } from '@app/event-store';
import { Clock } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiKeyDecider, type IssueApiKey } from '../domain/api-key.decider.js';
import type { ApiKeyIssued } from '../domain/api-key.events.js';
import { digestOf, makeKeyId, makeKeyText } from '../keys/key-text.js';
import { projectApiKeys } from '../storage/api-key.projection.js';
import { IssueApiKeyCommand, type IssuedApiKey } from './issue-api-key.command.js';

const YEAR_MS = 365 * 86_400_000;

@CommandHandler(IssueApiKeyCommand)
export class IssueApiKeyHandler implements ICommandHandler<IssueApiKeyCommand> {
  constructor(
    private readonly eventStore: EventStore,
    private readonly clock: Clock,
  ) {}

  async execute(command: IssueApiKeyCommand): Promise<IssuedApiKey> {
    const { newKey, actor, idempotencyKey, bodyHash } = command;
    const now = this.clock.now();
    // A repeat must meet the stream of the first call, so its key names the stream.
    const keyId = makeKeyId(
      idempotencyKey === undefined ? undefined : `${actor}\n${idempotencyKey}`,
    );
    const key = makeKeyText(newKey.environment, keyId);
    const issue: IssueApiKey = {
      ...newKey,
      type: 'IssueApiKey',
      keyId,
      digest: digestOf(key).toString('hex'),
      expiresAt: newKey.expiresAt ?? new Date(now.getTime() + YEAR_MS).toISOString(),
      now: now.toISOString(),
    };
    const done = await this.eventStore.execute(`api-key-${keyId}`, apiKeyDecider, issue, {
      actor,
      idempotencyKey,
      bodyHash,
      onAppend: projectApiKeys,
    });
    const [stored] = done.events;
    if (stored === undefined) throw new Error(`issuing ${keyId} recorded nothing`);
    const issued = stored.data as ApiKeyIssued;
    return {
      keyId: issued.keyId,
      name: issued.name,
      principal: issued.principal,
      roles: issued.roles,
      environment: issued.environment,
      sourcePrefixes: issued.sourcePrefixes,
      expiresAt: issued.expiresAt,
      createdAt: stored.recordedAt,
      key: done.replayed ? null : key,
      position: done.position,
    };
  }
}
