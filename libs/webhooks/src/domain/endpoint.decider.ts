import {
  WebhookEndpointNotFoundError,
  WebhookTooManyKeysError,
  WebhookVerificationTooSoonError,
} from './endpoint.errors.js';
import { type EndpointEvent, type EndpointSettings } from './endpoint.events.js';
import { checkSettings } from './endpoint.settings.js';
import { type Endpoint, evolve, initial } from './endpoint.state.js';

interface To<T extends string> {
  readonly type: T;
  readonly endpointId: string;
}

/** `at` is when the command was given, RFC 3339. */
export type EndpointCommand =
  | (To<'RegisterEndpoint'> & { readonly settings: EndpointSettings })
  | (To<'ChangeEndpoint'> & {
      readonly changes: Partial<EndpointSettings>;
      readonly pause: boolean;
      readonly at: string;
    })
  | (To<'EnableEndpoint'> & { readonly at: string })
  | To<'ConfirmEndpoint'>
  | (To<'DisableEndpoint'> & { readonly reason: 'gone' | 'failing' })
  | (To<'RotateSecret'> & {
      readonly secretId: string;
      readonly at: string;
      readonly previousEndsAt: string;
    })
  | To<'DeleteEndpoint'>;

const LIVE_KEYS = 3;
const VERIFICATION_PAUSE_MS = 60_000;

/** Life of one endpoint; see alerts-webhooks section 8. */
export const endpointDecider = { initial, decide, evolve };

/**
 * @throws WebhookEndpointNotFoundError for every command but the registration, when there is none
 * @throws WebhookTooManyKeysError
 * @throws WebhookVerificationTooSoonError
 */
function decide(endpoint: Endpoint, command: EndpointCommand): EndpointEvent[] {
  const { endpointId } = command;
  if (command.type === 'RegisterEndpoint') {
    checkSettings(command.settings);
    if (endpoint.lifecycle !== 'absent') return [];
    return [{ type: 'EndpointRegistered', endpointId, settings: command.settings }];
  }
  const { settings, lifecycle } = endpoint;
  if (settings === null || lifecycle === 'deleted') {
    throw new WebhookEndpointNotFoundError(endpointId);
  }
  switch (command.type) {
    case 'ChangeEndpoint':
      return change(endpointId, endpoint, settings, command);
    case 'EnableEndpoint':
      return enable(endpointId, endpoint, command.at);
    case 'ConfirmEndpoint':
      return lifecycle === 'verifying' ? [{ type: 'EndpointVerified', endpointId }] : [];
    case 'DisableEndpoint':
      return lifecycle === 'active' || lifecycle === 'verifying'
        ? [{ type: 'EndpointDisabled', endpointId, reason: command.reason }]
        : [];
    case 'RotateSecret': {
      const { secretId, at, previousEndsAt } = command;
      const live = 1 + endpoint.keyEnds.filter((end) => end > at).length;
      if (live >= LIVE_KEYS && previousEndsAt > at) throw new WebhookTooManyKeysError();
      return [{ type: 'EndpointSecretRotated', endpointId, secretId, at, previousEndsAt }];
    }
    case 'DeleteEndpoint':
      return [{ type: 'EndpointDeleted', endpointId }];
  }
}

function change(
  endpointId: string,
  { lifecycle }: Endpoint,
  before: EndpointSettings,
  { changes, pause, at }: EndpointCommand & { type: 'ChangeEndpoint' },
): EndpointEvent[] {
  const settings = { ...before, ...changes };
  checkSettings(settings);
  const events: EndpointEvent[] = [];
  if (JSON.stringify(settings) !== JSON.stringify(before)) {
    events.push({ type: 'EndpointChanged', endpointId, settings });
  }
  // Another url must prove itself, whatever the old one was.
  if (settings.url !== before.url && lifecycle !== 'paused' && !pause) {
    events.push({ type: 'EndpointVerificationRequested', endpointId, at });
  }
  if (pause && lifecycle !== 'paused') events.push({ type: 'EndpointPaused', endpointId });
  return events;
}

function enable(endpointId: string, endpoint: Endpoint, at: string): EndpointEvent[] {
  if (endpoint.lifecycle === 'active') return [];
  const last = endpoint.verificationAt;
  if (last !== null && Date.parse(at) - Date.parse(last) < VERIFICATION_PAUSE_MS) {
    throw new WebhookVerificationTooSoonError();
  }
  return [{ type: 'EndpointVerificationRequested', endpointId, at }];
}
