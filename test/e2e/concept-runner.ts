import { isDeepStrictEqual } from 'node:util';
import { until, type WholeLedger } from '../support/index.js';
import { type Step } from './concept-page.js';

interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: unknown;
}

/** Performs the steps of an example on a running ledger, as its reader would. */
export class ConceptRunner {
  private readonly kept = new Map<string, string>();

  /** @param names values that the pages write in braces and that only the run knows */
  constructor(
    private readonly ledger: WholeLedger,
    names: Readonly<Record<string, string>>,
  ) {
    for (const [name, value] of Object.entries(names)) this.kept.set(name, value);
  }

  /** The figures that the step expects, as the ledger answers them. */
  async perform(step: Step): Promise<Record<string, unknown>> {
    const { status, body } = await until(this.title(step), () => this.attempt(step), {
      deadlineMs: 30_000,
    });
    if (!hasStatus(step, status)) {
      throw new Error(`${this.title(step)}: ${status} ${JSON.stringify(body)}`);
    }
    for (const [name, pointer] of Object.entries(step.keep ?? {})) {
      this.kept.set(name, String(valueAt(body, pointer)));
    }
    const position = valueAt(body, '/position');
    if (step.POST !== undefined && typeof position === 'string') {
      this.kept.set('position', position);
    }
    return figuresOf(step, body);
  }

  private title(step: Step): string {
    return step.POST === undefined ? `GET ${String(step.GET)}` : `POST ${step.POST}`;
  }

  /** False: not yet. A wrong answer is an answer, unless another process still works on it. */
  private async attempt(step: Step): Promise<Answered | false> {
    const answered = await this.send(step);
    const { status, body } = answered;
    if (step.GET !== undefined && step.status === undefined && status === 503) return false;
    if (step.eventually !== true) return answered;
    const figures = figuresOf(step, body);
    if (hasStatus(step, status) && isDeepStrictEqual(figures, step.expect ?? {})) return answered;
    throw new Error(`answered ${status} ${JSON.stringify(figures)}`);
  }

  private async send(step: Step): Promise<Answered> {
    const { POST, GET, body, ifMatch, idempotencyKey } = step;
    const headers: Record<string, string> = {};
    if (body !== undefined) {
      const kind = Array.isArray(body) ? 'cloudevents-batch+json' : 'json';
      headers['content-type'] = `application/${kind}`;
    }
    if (ifMatch !== undefined) headers['if-match'] = await this.tagOf(ifMatch);
    if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
    const text = body === undefined ? undefined : this.filled(JSON.stringify(body), (same) => same);
    const path = this.filled(POST ?? GET ?? '', encodeURIComponent);
    return this.call(POST === undefined ? 'GET' : 'POST', path, headers, text);
  }

  private async tagOf(path: string): Promise<string> {
    const { etag, status } = await this.call('GET', path, {});
    if (etag === null) throw new Error(`GET ${path}: ${status} without an ETag`);
    return etag;
  }

  private async call(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string,
  ): Promise<Answered> {
    const answer = await fetch(`${this.ledger.apiUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.ledger.adminKey}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      body: await answer.json(),
    };
  }

  private filled(text: string, encode: (value: string) => string): string {
    return text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
      const value = this.kept.get(name);
      return value === undefined ? whole : encode(value);
    });
  }
}

function hasStatus({ status }: Step, answered: number): boolean {
  return status === undefined ? answered >= 200 && answered < 300 : answered === status;
}

function figuresOf(step: Step, body: unknown): Record<string, unknown> {
  const pointers = Object.keys(step.expect ?? {});
  return Object.fromEntries(pointers.map((pointer) => [pointer, valueAt(body, pointer)]));
}

/** What a JSON pointer names, `*` being each member of an array; undefined: nothing. */
function valueAt(value: unknown, pointer: string): unknown {
  const [, head, ...rest] = pointer.split('/');
  if (head === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const below = rest.map((part) => `/${part}`).join('');
  if (head === '*') return Object.values(value).map((member) => valueAt(member, below));
  const key = head.replaceAll('~1', '/').replaceAll('~0', '~');
  return valueAt((value as Record<string, unknown>)[key], below);
}
