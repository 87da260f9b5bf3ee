/** What was answered to a request, to be answered again. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Another request of this key: it is new, in flight, has been answered, or was another one. */
export type Begun =
  | { readonly outcome: 'new' }
  | { readonly outcome: 'in-flight' }
  | { readonly outcome: 'other-request' }
  | { readonly outcome: 'answered'; readonly answer: RecordedAnswer };

export interface RequestKey {
  readonly actor: string;
  readonly key: string;
}

/** Idempotent requests that are no commands (those keep their record with their events). */
export abstract class RequestRecordStore {
  /** Takes the key for a request, unless it is taken. A record in flight for a minute is given up. */
  abstract begin(key: RequestKey, requestHash: string): Promise<Begun>;
  abstract complete(key: RequestKey, answer: RecordedAnswer): Promise<void>;
  /** Frees the key: the request had no effect and may be tried again. */
  abstract abandon(key: RequestKey): Promise<void>;

  /** Forgets what is over seven days old; a repeat that late is a new request. */
  abstract expire(): Promise<void>;
}
