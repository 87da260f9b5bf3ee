/** A verified message as it came. */
export interface Received {
  readonly id: string;
  readonly body: string;
  /** It came before under this id: repeats are normal and change nothing. */
  readonly repeated: boolean;
}

interface Message {
  readonly type?: string;
  readonly timestamp?: string;
  readonly data?: {
    readonly alert?: {
      readonly status?: string;
      readonly severity?: string | null;
      readonly summary?: string;
      readonly revision?: number;
    };
    readonly commitment?: { readonly commitmentId?: string } | null;
    readonly values?: Readonly<Record<string, unknown>>;
    readonly links?: { readonly alert?: string };
  };
}

/** A message for people: one headline, then what it rests on. */
export function printedMessage({ id, body, repeated }: Received): string {
  const { type = 'unknown', timestamp = '', data = {} } = JSON.parse(body) as Message;
  const { alert, commitment, values = {}, links } = data;
  const head = [timestamp, type, alert?.severity, commitment?.commitmentId].filter(Boolean);
  const figures = Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name.padEnd(18)} ${String(value)}`);
  return [
    head.join('  '),
    ...(alert?.summary === undefined ? [] : [`  ${alert.summary}`]),
    ...figures,
    ...(links?.alert === undefined ? [] : [`  ${links.alert}`]),
    `  ${id}${repeated ? '  (repeated)' : ''}`,
  ].join('\n');
}

/** A message for programs: one line. */
export function messageLine({ id, body, repeated }: Received): string {
  return JSON.stringify({ id, repeated, message: JSON.parse(body) as unknown });
}
