import { WebhookHeaderNotAllowedError, WebhookTypeUnknownError } from './endpoint.errors.js';
import { type EndpointSettings } from './endpoint.events.js';
import { MESSAGE_TYPES } from './message.js';
import { matchesGlob } from './subscription.js';

/** Newest shape of bodies; a newer one is opted into. */
export const SCHEMA_VERSION = '2026-12-01';

/** What an endpoint gets that says nothing but its url. */
export const DEFAULT_SETTINGS: Omit<EndpointSettings, 'url'> = {
  description: null,
  format: 'standard',
  signatures: ['v1'],
  types: ['commitment.*'],
  commitments: ['*'],
  minSeverity: 'medium',
  tier: 1,
  ordering: 'per_alert',
  coalesce: false,
  concurrency: 2,
  headerNames: [],
  schemaVersion: SCHEMA_VERSION,
};

const RESERVED =
  /^(host|connection|content-.*|transfer-encoding|webhook-.*|traceparent|user-agent)$/i;
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}$/;

/**
 * @throws WebhookHeaderNotAllowedError for a header that the sender sets itself, or that is no token
 * @throws WebhookTypeUnknownError for a glob that matches no type
 */
export function checkSettings({ types, headerNames }: EndpointSettings): void {
  for (const name of headerNames) {
    if (RESERVED.test(name) || !TOKEN.test(name)) throw new WebhookHeaderNotAllowedError(name);
  }
  for (const [index, glob] of types.entries()) {
    if (!MESSAGE_TYPES.some((type) => matchesGlob(glob, type))) {
      throw new WebhookTypeUnknownError(glob, index);
    }
  }
}
