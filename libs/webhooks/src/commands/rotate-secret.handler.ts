import { Clock, Database } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { newId } from '../ids.js';
import { newSecret } from '../signing/secret.js';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { EndpointSecrets } from '../storage/endpoint-secrets.js';
import { EndpointCommands } from './endpoint-commands.js';
import { type RegisteredEndpoint } from './register-endpoint.command.js';
import { keysFor } from './register-endpoint.handler.js';
import { RotateSecretCommand } from './rotate-secret.command.js';

const HOUR_MS = 3_600_000;

@CommandHandler(RotateSecretCommand)
export class RotateSecretHandler implements ICommandHandler<RotateSecretCommand> {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly reader: EndpointReader,
    private readonly secrets: EndpointSecrets,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(command: RotateSecretCommand): Promise<RegisteredEndpoint> {
    const { endpointId, overlapHours, context } = command;
    const { actor, idempotencyKey: key } = context;
    const now = this.clock.now();
    const previousEndsAt = new Date(now.getTime() + overlapHours * HOUR_MS).toISOString();
    const secretId = newId('key', key === undefined ? undefined : `${actor}\n${key}`);
    const secret = newSecret();
    const at = now.toISOString();
    const signatures = (await this.reader.find(endpointId))?.signatures ?? ['v1'];
    const done = await this.commands.execute(
      { type: 'RotateSecret', endpointId, secretId, at, previousEndsAt },
      context,
      at,
      async (client) => {
        await this.secrets.add(client, endpointId, secretId, keysFor(signatures, secret));
        await this.secrets.endOthers(client, endpointId, secretId, previousEndsAt);
      },
    );
    const shown = await this.secrets.find(this.database.pool, endpointId, secretId);
    return { ...(await this.commands.answer(endpointId, done)), secret: shown ?? secret };
  }
}
