import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import {
  WebhookAddressDeniedError,
  WebhookHostUnresolvableError,
} from '../domain/endpoint.errors.js';
import { parseWebhookUrl } from '../domain/webhook-url.js';
import { isAllowedAddress, type Range, ranges } from './address-ranges.js';

/** All addresses of a name, A and AAAA. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export interface AddressPolicyOptions {
  readonly allowHttp: boolean;
  /** Comma list of CIDRs that are re-admitted; '' = none. */
  readonly allowPrivateCidrs: string;
  readonly resolve?: Resolve;
}

/** Which URLs and addresses this ledger may call; the same for every outbound request. */
export class AddressPolicy {
  private readonly readmitted: readonly Range[];
  private readonly resolve: Resolve;
  private readonly allowHttp: boolean;

  /** @throws Error when a CIDR cannot be read */
  constructor({ allowHttp, allowPrivateCidrs, resolve }: AddressPolicyOptions) {
    this.allowHttp = allowHttp;
    this.readmitted = ranges(allowPrivateCidrs);
    this.resolve = resolve ?? resolveAll;
  }

  /**
   * The URL, when its shape, its port and every address of its host are allowed.
   *
   * @throws WebhookUrlInvalidError, WebhookPortNotAllowedError, WebhookAddressDeniedError,
   *   WebhookHostUnresolvableError
   */
  async check(text: string): Promise<URL> {
    const url = parseWebhookUrl(text, { allowHttp: this.allowHttp });
    await this.addressesOf(hostOf(url.hostname));
    return url;
  }

  /**
   * Addresses that may be connected to. One denied answer denies the name: which of them a later
   * look-up would take is up to whoever runs the name server.
   */
  async addressesOf(host: string): Promise<readonly string[]> {
    const addresses = isIP(host) > 0 ? [host] : await this.resolveOrThrow(host);
    if (!addresses.every((address) => this.isAllowed(address))) {
      throw new WebhookAddressDeniedError();
    }
    return addresses;
  }

  isAllowed(address: string): boolean {
    return isAllowedAddress(address, this.readmitted);
  }

  private async resolveOrThrow(host: string): Promise<readonly string[]> {
    const addresses = await this.resolve(host).catch(() => []);
    if (addresses.length === 0) throw new WebhookHostUnresolvableError();
    return addresses;
  }
}

/** Host without the brackets of an IPv6 literal and without the final dot of a full name. */
export function hostOf(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
