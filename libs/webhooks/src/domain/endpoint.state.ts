import { type EndpointEvent, type EndpointSettings } from './endpoint.events.js';

export type EndpointLifecycle =
  'absent' | 'verifying' | 'active' | 'paused' | 'disabled' | 'deleted';

/** What decisions about an endpoint need. */
export interface Endpoint {
  readonly lifecycle: EndpointLifecycle;
  readonly settings: EndpointSettings | null;
  /** When the last verification was asked for, RFC 3339; null: with the registration only. */
  readonly verificationAt: string | null;
  /** Ends of the keys that are being replaced, RFC 3339; the newest key has none. */
  readonly keyEnds: readonly string[];
}

export function initial(): Endpoint {
  return { lifecycle: 'absent', settings: null, verificationAt: null, keyEnds: [] };
}

export function evolve(endpoint: Endpoint, event: EndpointEvent): Endpoint {
  switch (event.type) {
    case 'EndpointRegistered':
      return { ...endpoint, lifecycle: 'verifying', settings: event.settings };
    case 'EndpointChanged':
      return { ...endpoint, settings: event.settings };
    case 'EndpointVerificationRequested':
      return { ...endpoint, lifecycle: 'verifying', verificationAt: event.at };
    case 'EndpointVerified':
      return { ...endpoint, lifecycle: 'active' };
    case 'EndpointPaused':
      return { ...endpoint, lifecycle: 'paused' };
    case 'EndpointDisabled':
      return { ...endpoint, lifecycle: 'disabled' };
    case 'EndpointSecretRotated':
      return { ...endpoint, keyEnds: [...endpoint.keyEnds, event.previousEndsAt] };
    case 'EndpointDeleted':
      return { ...endpoint, lifecycle: 'deleted' };
  }
}
