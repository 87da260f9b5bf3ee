import { Agent, type Dispatcher, request } from 'undici';
import { type AddressPolicy } from './address-policy.js';
import { policedConnector } from './connector.js';
import { type FailureClass, failureClass } from './failure-class.js';
import { readCapped } from './read-capped.js';

/** Everything about one request: connect, TLS, headers and body. */
export const TOTAL_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 10_000;

export interface OutboundRequest {
  /** Pools belong to endpoints: a slow one cannot take another's connections. */
  readonly endpointId: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface OutboundResult {
  /** Null: 2xx, and the body was read to its end or to the cap. */
  readonly failure: FailureClass | null;
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly durationMs: number;
  readonly address: string | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: string;
}

interface Pool {
  readonly agent: Agent;
  address: string | null;
}

/** Sends requests under the address policy; one undici agent per endpoint. */
export class Sender {
  private readonly pools = new Map<string, Pool>();

  constructor(
    private readonly policy: AddressPolicy,
    private readonly totalTimeoutMs = TOTAL_TIMEOUT_MS,
  ) {}

  /** Never throws: whatever happens is the result. */
  async send(outbound: OutboundRequest): Promise<OutboundResult> {
    const pool = this.poolOf(outbound.endpointId);
    const started = performance.now();
    const done = (result: Partial<OutboundResult>): OutboundResult => ({
      failure: null,
      status: null,
      retryAfter: null,
      responseHeaders: {},
      responseBody: '',
      ...result,
      address: pool.address,
      durationMs: Math.round(performance.now() - started),
    });
    let seen: Partial<OutboundResult> = {};
    try {
      // The connector checks again; here a redirect of the scheme or a bad port ends early.
      await this.policy.check(outbound.url);
      const response = await request(outbound.url, {
        method: 'POST',
        dispatcher: pool.agent,
        headers: outbound.headers,
        body: outbound.body,
        // undici's own timeouts see inactivity only; a dripping receiver outlives them.
        signal: AbortSignal.timeout(this.totalTimeoutMs),
      });
      seen = head(response);
      const responseBody = await readCapped(response.body);
      return done({ ...seen, responseBody, failure: statusFailure(response.statusCode) });
    } catch (error) {
      return done({ ...seen, failure: failureClass(error) });
    }
  }

  /** Drops an endpoint's connections: its url has changed or it is gone. */
  async forget(endpointId: string): Promise<void> {
    const pool = this.pools.get(endpointId);
    this.pools.delete(endpointId);
    await pool?.agent.destroy();
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.keys()].map((endpointId) => this.forget(endpointId)));
  }

  private poolOf(endpointId: string): Pool {
    const known = this.pools.get(endpointId);
    if (known !== undefined) return known;
    const connect = policedConnector(this.policy, (address) => {
      pool.address = address;
    });
    const pool: Pool = {
      agent: new Agent({ connect, keepAliveTimeout: KEEP_ALIVE_MS, pipelining: 1 }),
      address: null,
    };
    this.pools.set(endpointId, pool);
    return pool;
  }
}

function head({ statusCode, headers }: Dispatcher.ResponseData): Partial<OutboundResult> {
  const flat = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as const],
  );
  const responseHeaders = Object.fromEntries(flat);
  return {
    status: statusCode,
    responseHeaders,
    retryAfter: responseHeaders['retry-after'] ?? null,
  };
}

function statusFailure(status: number): FailureClass | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}
