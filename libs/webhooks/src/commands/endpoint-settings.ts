import { type UpdateEndpointBody } from '@app/wire';
import { WebhookFormatNotSupportedError } from '../domain/endpoint.errors.js';
import { type EndpointSettings } from '../domain/endpoint.events.js';

type Given = Omit<UpdateEndpointBody, 'state'>;

/**
 * The part of a body that belongs into the endpoint's events; header values do not.
 *
 * @throws WebhookFormatNotSupportedError
 */
export function settingsOf(body: Given): Partial<EndpointSettings> {
  const { headers, format, ...given } = body;
  if (format !== undefined && format !== 'standard') {
    throw new WebhookFormatNotSupportedError(format);
  }
  const settings = {
    ...given,
    ...(headers === undefined ? {} : { headerNames: Object.keys(headers).sort() }),
  };
  const present = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present);
}
