import { EventStore } from '@app/event-store';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { apiKeyDecider, type RevokeApiKey } from '../domain/api-key.decider.js';
import { projectApiKeys } from '../storage/api-key.projection.js';
import { RevokeApiKeyCommand } from './revoke-api-key.command.js';

@CommandHandler(RevokeApiKeyCommand)
export class RevokeApiKeyHandler implements ICommandHandler<RevokeApiKeyCommand> {
  constructor(private readonly eventStore: EventStore) {}

  async execute({ keyId, actor }: RevokeApiKeyCommand): Promise<bigint> {
    const revoke: RevokeApiKey = { type: 'RevokeApiKey', keyId };
    const { position } = await this.eventStore.execute(`api-key-${keyId}`, apiKeyDecider, revoke, {
      actor,
      onAppend: projectApiKeys,
    });
    return position;
  }
}
