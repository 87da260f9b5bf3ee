import { Clock, Database } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SignatureVersion } from '../domain/endpoint.events.js';
import { DEFAULT_SETTINGS } from '../domain/endpoint.settings.js';
import { newId } from '../ids.js';
import { AddressPolicy } from '../outbound/address-policy.js';
import { newSecret, newSigningKey, normalSecret } from '../signing/secret.js';
import { EndpointSecrets } from '../storage/endpoint-secrets.js';
import { EndpointCommands } from './endpoint-commands.js';
import { settingsOf } from './endpoint-settings.js';
import { type RegisteredEndpoint, RegisterEndpointCommand } from './register-endpoint.command.js';

/** Id of the key that an endpoint is born with. */
const FIRST_KEY = 'key_1';

@CommandHandler(RegisterEndpointCommand)
export class RegisterEndpointHandler implements ICommandHandler<RegisterEndpointCommand> {
  constructor(
    private readonly commands: EndpointCommands,
    private readonly policy: AddressPolicy,
    private readonly secrets: EndpointSecrets,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ body, context }: RegisterEndpointCommand): Promise<RegisteredEndpoint> {
    const { secret: given, headers = {}, ...rest } = body;
    const settings = { ...DEFAULT_SETTINGS, url: rest.url, ...settingsOf({ ...rest, headers }) };
    const secret = given === undefined ? newSecret() : normalSecret(given);
    await this.policy.check(body.url);
    // A repeat must meet the stream of the first call, so its key names the endpoint.
    const { actor, idempotencyKey: key } = context;
    const endpointId = newId('whe', key === undefined ? undefined : `${actor}\n${key}`);
    const done = await this.commands.execute(
      { type: 'RegisterEndpoint', endpointId, settings },
      context,
      this.clock.now().toISOString(),
      async (client) => {
        const keys = keysFor(settings.signatures, secret);
        await this.secrets.add(client, endpointId, FIRST_KEY, keys);
        await this.secrets.setHeaders(client, endpointId, headers);
      },
    );
    const shown = await this.secrets.find(this.database.pool, endpointId, FIRST_KEY);
    return { ...(await this.commands.answer(endpointId, done)), secret: shown ?? secret };
  }
}

/** A key per signature version; v1 is always there, should the endpoint change its mind. */
export function keysFor(
  signatures: readonly SignatureVersion[],
  secret: string,
): Partial<Record<SignatureVersion, string>> {
  return signatures.includes('v1a') ? { v1: secret, v1a: newSigningKey() } : { v1: secret };
}
