import {
  WebhookAddressDeniedError,
  WebhookHostUnresolvableError,
} from '../domain/endpoint.errors.js';

/** How an attempt failed, for the log and for people. */
export type FailureClass =
  | 'dns'
  | 'refused'
  | 'connect-timeout'
  | 'timeout'
  | 'tls'
  | 'reset'
  | 'redirect'
  | 'status'
  | 'address-denied';

const BY_CODE: readonly (readonly [RegExp, FailureClass])[] = [
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  [/^(ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL)$/, 'refused'],
  [/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/, 'connect-timeout'],
  [/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/, 'timeout'],
  [/TLS|SSL|CERT|^EPROTO$|SIGNED|ISSUER|UNABLE_TO_/, 'tls'],
];

/** Class of an error that a request ended with; what nobody knows counts as a broken connection. */
export function failureClass(error: unknown): FailureClass {
  if (error instanceof WebhookAddressDeniedError) return 'address-denied';
  if (error instanceof WebhookHostUnresolvableError) return 'dns';
  const { name, code } = (error ?? {}) as { readonly name?: unknown; readonly code?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  return BY_CODE.find(([pattern]) => pattern.test(String(code)))?.[1] ?? 'reset';
}
