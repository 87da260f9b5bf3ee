import { type LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { WebhookAddressDeniedError } from '../domain/endpoint.errors.js';
import { type AddressPolicy, hostOf } from './address-policy.js';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connects only where the policy allows: literals are checked here, as `lookup` is not called for
 * them; names by an own look-up whose checked answers are the ones connected to; and once more the
 * address that the socket really has, before a byte is sent.
 *
 * @param onConnect is told the peer's address of each new connection
 */
export function policedConnector(
  policy: AddressPolicy,
  onConnect: (address: string) => void,
): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: policedLookup(policy) });
  return (options, callback) => {
    const host = hostOf(options.hostname);
    if (isIP(host) > 0 && !policy.isAllowed(host)) {
      callback(new WebhookAddressDeniedError(), null);
      return;
    }
    connect({ ...options, hostname: host }, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      const address = socket.remoteAddress ?? '';
      if (!policy.isAllowed(address)) {
        socket.destroy();
        callback(new WebhookAddressDeniedError(), null);
        return;
      }
      onConnect(address);
      callback(null, socket);
    });
  };
}

function policedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    policy.addressesOf(hostOf(hostname)).then(
      (addresses) => {
        const all = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = all;
        if (options.all === true) callback(null, all);
        else callback(null, first?.address ?? '', first?.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), '', 0);
      },
    );
  };
}
