import { type Answer, until, type WholeLedger } from '../support/index.js';

export interface Position {
  readonly termsVersion: number;
  readonly term: { readonly counted: string };
  readonly periods: readonly {
    readonly index: number;
    readonly minimum: string;
    readonly counted: string;
    readonly classes: readonly {
      readonly class: string;
      readonly cap: string | null;
      readonly counted: string;
      readonly headroom: string | null;
    }[];
  }[];
  readonly suspense: {
    readonly noFxRate: readonly { readonly currency: string; readonly amount: string }[];
  };
  readonly meta: { readonly asOf: string };
}

type Body = Record<string, unknown>;

/** A caller of the contract side who reads an ETag before each change, and waits for its effect. */
export class ContractSide {
  constructor(private readonly ledger: WholeLedger) {}

  /** Sends a body as it is; whatever is answered is answered. */
  async post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const { adminKey, apiUrl } = this.ledger;
    const answer = await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${adminKey}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (await answer.json()) as Body,
    };
  }

  /** The ETag of a contract, price book, FX table or commitment. */
  async tagOf(path: string): Promise<string> {
    const { headers, status } = await this.ledger.get(path);
    const tag = headers.get('etag');
    if (tag === null) throw new Error(`GET ${path}: ${status} without an ETag`);
    return tag;
  }

  /**
   * Changes what is at `of`, and answers the position of the change. Monitor closes periods by itself:
   * who has read an older ETag reads it again.
   */
  async change(of: string, act: string, body: unknown): Promise<string> {
    for (let left = 5; ; left -= 1) {
      const answer = await this.post(`${of}/${act}`, body, { 'if-match': await this.tagOf(of) });
      if (answer.status === 200) return String(answer.body.position);
      if (answer.status !== 412 || left === 1) {
        throw new Error(`${of}/${act}: ${JSON.stringify(answer.body)}`);
      }
    }
  }

  /** Where a commitment stands once the answer includes a position. */
  async position(commitmentId: string, minPosition: string): Promise<Position> {
    const query = `minPosition=${encodeURIComponent(minPosition)}&waitMs=2000`;
    const answer = await until(
      `${commitmentId} at ${minPosition}`,
      async () => {
        const got = await this.ledger.get<Position>(
          `/v1/commitments/${commitmentId}/position?${query}`,
        );
        if (got.status === 503) return false;
        if (got.status !== 200) throw new Error(JSON.stringify(got.body));
        return got;
      },
      { deadlineMs: 30_000 },
    );
    return answer.body;
  }

  /** Where a commitment stood by what was known at a recorded time. */
  async positionAsOf(commitmentId: string, asOf: string): Promise<Position> {
    const { body, status } = await this.ledger.get<Position>(
      `/v1/commitments/${commitmentId}/position?asOf=${encodeURIComponent(asOf)}`,
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }
}

/** Half-even to two decimals, of a plain decimal. */
export function cents(amount: string): string {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const scaled = BigInt(whole + fraction.padEnd(18, '0'));
  const unit = 10n ** 16n;
  const [floor, rest] = [scaled / unit, scaled % unit];
  const up = rest * 2n > unit || (rest * 2n === unit && floor % 2n === 1n);
  const digits = (floor + (up ? 1n : 0n)).toString().padStart(3, '0');
  return `${amount.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
