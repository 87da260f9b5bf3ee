/** What an answer says in its headers, besides its body. */
export interface AnswerHeaders {
  /** Position token of the write: `Ledger-Position`. */
  readonly position?: string | null;
  /** Version of the aggregate: `ETag`. */
  readonly version?: bigint | number;
  readonly location?: string;
  readonly replayed?: boolean;
  /** Instead of the route's own status. */
  readonly status?: number;
}

/** A handler's answer that has headers; an interceptor writes them. */
export class Answer<T> {
  constructor(
    readonly body: T,
    readonly headers: AnswerHeaders,
  ) {}
}
