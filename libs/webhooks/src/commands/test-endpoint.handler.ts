import { Clock, Database } from '@app/platform';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { WebhookEndpointNotFoundError } from '../domain/endpoint.errors.js';
import { SCHEMA_VERSION } from '../domain/endpoint.settings.js';
import { newId } from '../ids.js';
import { EndpointReader } from '../storage/endpoint.reader.js';
import { Outbox } from '../storage/outbox.js';
import { type TestDelivery, TestEndpointCommand } from './test-endpoint.command.js';

@CommandHandler(TestEndpointCommand)
export class TestEndpointHandler implements ICommandHandler<TestEndpointCommand> {
  constructor(
    private readonly database: Database,
    private readonly reader: EndpointReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute({ endpointId, context }: TestEndpointCommand): Promise<TestDelivery> {
    if ((await this.reader.find(endpointId)) === null) {
      throw new WebhookEndpointNotFoundError(endpointId);
    }
    const { actor, idempotencyKey: key } = context;
    const messageId = newId('msg', key === undefined ? undefined : `test\n${actor}\n${key}`);
    const type = 'commitment.alert.notice';
    const body = JSON.stringify({
      type,
      timestamp: this.clock.now().toISOString(),
      schemaVersion: SCHEMA_VERSION,
      data: { alert: { status: 'notice', summary: 'Test message: nothing happened', test: true } },
    });
    const message = {
      messageId,
      type,
      severity: null,
      alertId: null,
      revision: null,
      commitmentId: null,
      body,
    } as const;
    const deliveryId = await this.database.transaction((client) =>
      this.outbox.enqueueTo(client, message, endpointId),
    );
    return { messageId, deliveryId };
  }
}
