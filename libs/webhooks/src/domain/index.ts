export { afterFailure, type Breaker, CLOSED } from './breaker.js';
export { type EndpointCommand, endpointDecider } from './endpoint.decider.js';
export {
  WebhookAddressDeniedError,
  WebhookDeliveryNotFoundError,
  WebhookEndpointNotFoundError,
  WebhookFormatNotSupportedError,
  WebhookHeaderNotAllowedError,
  WebhookHostUnresolvableError,
  WebhookPortNotAllowedError,
  WebhookSecretInvalidError,
  WebhookTooManyKeysError,
  WebhookTypeUnknownError,
  WebhookUrlInvalidError,
  WebhookVerificationTooSoonError,
} from './endpoint.errors.js';
export {
  type EndpointEvent,
  type EndpointFormat,
  type EndpointSettings,
  type SignatureVersion,
} from './endpoint.events.js';
export { DEFAULT_SETTINGS, SCHEMA_VERSION } from './endpoint.settings.js';
export { type Endpoint, type EndpointLifecycle } from './endpoint.state.js';
export {
  MESSAGE_TYPES,
  type MessageSeverity,
  type MessageType,
  type OutboxMessage,
} from './message.js';
export {
  MAX_ATTEMPTS,
  MAX_VERIFICATION_ATTEMPTS,
  pauseSeconds,
  retryAfterSeconds,
} from './retry-schedule.js';
export { isSubscribed, matchesGlob, type Subscription } from './subscription.js';
export { parseWebhookUrl } from './webhook-url.js';
