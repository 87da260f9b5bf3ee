import { Clock } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AddressPolicy } from '../outbound/address-policy.js';
import { EndpointSecrets } from '../storage/endpoint-secrets.js';
import { holdPending } from '../storage/held.js';
import { ChangeEndpointCommand } from './change-endpoint.command.js';
import { type EndpointAnswer, EndpointCommands } from './endpoint-commands.js';
import { settingsOf } from './endpoint-settings.js';

@CommandHandler(ChangeEndpointCommand)
export class ChangeEndpointHandler implements ICommandHandler<ChangeEndpointCommand> {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly policy: AddressPolicy,
    private readonly secrets: EndpointSecrets,
    private readonly clock: Clock,
  ) {}

  async execute({ endpointId, body, context }: ChangeEndpointCommand): Promise<EndpointAnswer> {
    const { state, ...given } = body;
    const changes = settingsOf(given);
    if (given.url !== undefined) await this.policy.check(given.url);
    const at = this.clock.now().toISOString();
    const pause = state === 'paused';
    const done = await this.commands.execute(
      { type: 'ChangeEndpoint', endpointId, changes, pause, at },
      context,
      at,
      async (client) => {
        if (given.headers !== undefined) {
          await this.secrets.setHeaders(client, endpointId, given.headers);
        }
        if (pause) await holdPending(client, endpointId);
      },
    );
    return this.commands.answer(endpointId, done);
  }
}
