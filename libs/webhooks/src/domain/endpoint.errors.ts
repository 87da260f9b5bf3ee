abstract class EndpointError extends Error {
  abstract readonly code: string;
  /** JSON pointer into the request body. */
  readonly pointer: string;

  constructor(message: string, pointer = '') {
    super(message);
    this.pointer = pointer;
  }
}

export class WebhookUrlInvalidError extends EndpointError {
  readonly code = 'webhook-url-invalid';

  constructor(why: string) {
    super(`the url ${why}`, '/url');
  }
}

export class WebhookPortNotAllowedError extends EndpointError {
  readonly code = 'webhook-port-not-allowed';

  constructor(port: number) {
    super(`port ${port} is not allowed: 443, 8443 or 1024 and above are`, '/url');
  }
}

/** Never says which address: that would map the network for whoever asks. */
export class WebhookAddressDeniedError extends EndpointError {
  readonly code = 'webhook-address-denied';

  constructor() {
    super('the url leads to an address that is not allowed', '/url');
  }
}

export class WebhookHostUnresolvableError extends EndpointError {
  readonly code = 'webhook-host-unresolvable';

  constructor() {
    super('the host name of the url does not resolve', '/url');
  }
}

export class WebhookHeaderNotAllowedError extends EndpointError {
  readonly code = 'webhook-header-not-allowed';

  constructor(name: string) {
    super(`header "${name.slice(0, 60)}" cannot be set`, `/headers/${pointerToken(name)}`);
  }
}

export class WebhookTypeUnknownError extends EndpointError {
  readonly code = 'webhook-type-unknown';

  constructor(glob: string, index: number) {
    super(`"${glob.slice(0, 60)}" matches no message type`, `/types/${index}`);
  }
}

export class WebhookSecretInvalidError extends EndpointError {
  readonly code = 'webhook-secret-invalid';

  constructor() {
    super('a secret is "whsec_" and base64 of 24 to 64 bytes', '/secret');
  }
}

export class WebhookTooManyKeysError extends EndpointError {
  readonly code = 'webhook-too-many-keys';

  constructor() {
    super('three keys are live already; wait until one has ended');
  }
}

export class WebhookEndpointNotFoundError extends EndpointError {
  readonly code = 'not-found';

  constructor(endpointId: string) {
    super(`there is no webhook endpoint "${endpointId.slice(0, 60)}"`);
  }
}

export class WebhookDeliveryNotFoundError extends EndpointError {
  readonly code = 'not-found';

  constructor(deliveryId: string) {
    super(`there is no delivery "${deliveryId.slice(0, 60)}"`);
  }
}

/** Known to the design, not to this version: refused by name, never ignored. */
export class WebhookFormatNotSupportedError extends EndpointError {
  readonly code = 'clause-not-supported';

  constructor(format: string) {
    super(`format "${format}" is not supported yet`, '/format');
  }
}

/** A fresh verification is tried at most once a minute. */
export class WebhookVerificationTooSoonError extends EndpointError {
  readonly code = 'rate-limited';

  constructor() {
    super('the endpoint was verified less than a minute ago');
  }
}

function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
