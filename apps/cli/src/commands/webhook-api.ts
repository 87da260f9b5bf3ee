import { randomUUID } from 'node:crypto';
import { type EndpointSecretAnswer, type RegisterEndpointBody } from '@app/wire';
import { readStackFile } from '../stack/state/stack-file.js';
import { devFolders } from './project-root.js';

/** The API refused, or is not where it was looked for; the message is for people. */
export class WebhookApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The webhook part of the API, as a command wants it. */
export class WebhookApi {
  private constructor(
    readonly url: string,
    private readonly key: string,
  ) {}

  /** @throws WebhookApiError when neither options, environment nor a running stack say where */
  static locate(given: { readonly apiUrl?: string; readonly apiKey?: string }): WebhookApi {
    const stack = readStackFile(devFolders().state);
    const url = given.apiUrl ?? process.env.LEDGER_API_URL ?? stack?.apiUrl;
    const key = given.apiKey ?? process.env.LEDGER_API_KEY ?? stack?.adminKey;
    if (url !== undefined && key !== undefined) return new WebhookApi(url, key);
    throw new WebhookApiError(
      'api-unknown',
      'no stack is running: give --api-url and --api-key, or run `ledger up`',
    );
  }

  async register(body: RegisterEndpointBody): Promise<EndpointSecretAnswer> {
    return (await this.call('POST', '/v1/webhook-endpoints', body)) as EndpointSecretAnswer;
  }

  async delete({ endpointId, version }: EndpointSecretAnswer): Promise<void> {
    const path = `/v1/webhook-endpoints/${endpointId}`;
    // The verification has moved the version on since the registration.
    const now = (await this.call('GET', path)) as { version?: number };
    await this.call('DELETE', path, undefined, `"${now.version ?? version}"`);
  }

  private async call(
    method: string,
    path: string,
    body?: unknown,
    ifMatch?: string,
  ): Promise<unknown> {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: {
        authorization: `Bearer ${this.key}`,
        accept: 'application/json',
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new WebhookApiError(
        'api-unreachable',
        `no API answers at ${this.url}: ${String(error)}`,
      );
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer;
    const { code, title, detail } = (answer ?? {}) as Record<string, unknown>;
    const words = [title, detail].filter((part) => typeof part === 'string').join(': ');
    throw new WebhookApiError(
      typeof code === 'string' ? code : `http-${response.status}`,
      words === '' ? `the API answered ${response.status}` : words,
    );
  }
}
