import { EventStore, type Executed } from '@app/event-store';
import { type WebhookEndpoint } from '@app/wire';
import { Injectable } from '@nestjs/common';
import { type EndpointCommand, endpointDecider } from '../domain/endpoint.decider.js';
import { WebhookEndpointNotFoundError } from '../domain/endpoint.errors.js';
import { type EndpointEvent } from '../domain/endpoint.events.js';
import { type Client } from '../storage/client.js';
import { projectEndpoint } from '../storage/endpoint.projection.js';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { Outbox } from '../storage/outbox.js';
import { requestVerification } from '../storage/verification.js';
import { type CommandContext } from './command-context.js';

/** What every command on an endpoint answers. */
export interface EndpointAnswer {
  readonly endpoint: WebhookEndpoint;
  readonly version: bigint;
  readonly position: bigint;
  readonly replayed: boolean;
}

/** Runs a command on an endpoint's stream; its row and a verification follow in the transaction. */
@Injectable()
export class EndpointCommands {
  constructor(
    private readonly eventStore: EventStore,
    private readonly outbox: Outbox,
    private readonly reader: EndpointReader,
  ) {}

  /** @param at the moment of the command, RFC 3339 */
  async execute(
    command: EndpointCommand,
    context: CommandContext,
    at: string,
    onAppend: (client: Client) => Promise<void> = () => Promise.resolve(),
  ): Promise<Executed<EndpointEvent>> {
    const { endpointId } = command;
    return this.eventStore.execute(`webhook-endpoint-${endpointId}`, endpointDecider, command, {
      ...context,
      onAppend: async (client, events) => {
        await projectEndpoint(client, events);
        await onAppend(client);
        if (events.some(({ type }) => PROVES.includes(type))) {
          await requestVerification(client, this.outbox, endpointId, at);
        }
      },
    });
  }

  async answer(endpointId: string, done: Executed<EndpointEvent>): Promise<EndpointAnswer> {
    const endpoint = await this.reader.find(endpointId);
    if (endpoint === null) throw new WebhookEndpointNotFoundError(endpointId);
    const { version, position, replayed } = done;
    return { endpoint, version, position, replayed };
  }
}

/** Events after which the endpoint must prove that it answers. */
const PROVES = ['EndpointRegistered', 'EndpointVerificationRequested'];
