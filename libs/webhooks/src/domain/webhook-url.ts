import { WebhookPortNotAllowedError, WebhookUrlInvalidError } from './endpoint.errors.js';

const MOST_CHARACTERS = 2048;
const LEAST_FREE_PORT = 1024;
const WELL_KNOWN_PORTS = [443, 8443];

/**
 * Steps 1 to 4 of the address policy: shape, scheme, user info, fragment, port. The host is not
 * judged here. WHATWG parsing has already turned every spelling of an IPv4 address into the one.
 *
 * @throws WebhookUrlInvalidError
 * @throws WebhookPortNotAllowedError
 */
export function parseWebhookUrl(text: string, { allowHttp }: { allowHttp: boolean }): URL {
  if (text.length > MOST_CHARACTERS) throw new WebhookUrlInvalidError('is too long');
  if (!URL.canParse(text)) throw new WebhookUrlInvalidError('cannot be parsed');
  const url = new URL(text);
  const http = allowHttp && url.protocol === 'http:';
  if (url.protocol !== 'https:' && !http) throw new WebhookUrlInvalidError('must be https');
  if (url.username !== '' || url.password !== '') {
    throw new WebhookUrlInvalidError('must carry no user name or password');
  }
  if (text.includes('#')) throw new WebhookUrlInvalidError('must carry no fragment');
  const port = url.port === '' ? (http ? 80 : 443) : Number(url.port);
  const allowed = WELL_KNOWN_PORTS.includes(port) || port >= LEAST_FREE_PORT;
  if (!allowed && !(http && port === 80)) throw new WebhookPortNotAllowedError(port);
  return url;
}
