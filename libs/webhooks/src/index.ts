import { type MigrationClass } from '@app/platform';
import { CreateWebhooks1790000007000 } from './storage/migrations/1790000007000-create-webhooks.js';

export { ChangeEndpointCommand } from './commands/change-endpoint.command.js';
export { type CommandContext as WebhookCommandContext } from './commands/command-context.js';
export { DeleteEndpointCommand } from './commands/delete-endpoint.command.js';
export { EnableEndpointCommand } from './commands/enable-endpoint.command.js';
export { type EndpointAnswer } from './commands/endpoint-commands.js';
export {
  type RegisteredEndpoint,
  RegisterEndpointCommand,
} from './commands/register-endpoint.command.js';
export { RotateSecretCommand } from './commands/rotate-secret.command.js';
export { type TestDelivery, TestEndpointCommand } from './commands/test-endpoint.command.js';
export { outboxOldestAge, outboxPending } from './delivery/delivery-metrics.js';
export { DeliveryWorker, type DeliveryWorkerOptions } from './delivery/delivery.worker.js';
export { Recorder } from './delivery/recorder.js';
export * from './domain/index.js';
export { newId } from './ids.js';
export { AddressPolicy, type AddressPolicyOptions } from './outbound/address-policy.js';
export { Sender } from './outbound/sender.js';
export { GetDeliveryQuery } from './queries/get-delivery.query.js';
export { GetEndpointQuery } from './queries/get-endpoint.query.js';
export { ListDeliveriesQuery } from './queries/list-deliveries.query.js';
export { ListEndpointsQuery } from './queries/list-endpoints.query.js';
export { Keyring, KeyringError } from './secrets/keyring.js';
export { signatureHeader } from './signing/sign.js';
export { verifyWebhook, type VerifyInput, WebhookUnverifiedError } from './signing/verify.js';
export { EndpointSecrets } from './storage/endpoint-secrets.js';
export { expireHeld, releaseHeld } from './storage/held.js';
export { outboxState } from './storage/outbox-state.js';
export { type Enqueued, Outbox } from './storage/outbox.js';
export { WakeUp } from './storage/wake-up.js';
export { WebhooksModule, type WebhooksOptions } from './webhooks.module.js';

export const webhooksMigrations: readonly MigrationClass[] = [CreateWebhooks1790000007000];
