import { type RegisterEndpointBody } from '@app/wire';
import { WebhookApi } from './webhook-api.js';
import { messageLine, printedMessage } from './webhook-print.js';
import { startWebhookReceiver } from './webhook-receiver.js';

export interface ListenRequest {
  readonly port: number;
  readonly types: readonly string[];
  readonly commitments: readonly string[];
  readonly minSeverity: string;
  readonly apiUrl?: string;
  readonly apiKey?: string;
  /** One JSON line a message instead of text. */
  readonly ndjson: boolean;
}

/** Listens until SIGINT or SIGTERM, then takes its endpoint back. */
export async function listenForWebhooks(request: ListenRequest): Promise<void> {
  const api = WebhookApi.locate(request);
  let tellSecret: (secret: string) => void = () => undefined;
  const secret = new Promise<string>((resolve) => {
    tellSecret = resolve;
  });
  const receiver = await startWebhookReceiver({
    port: request.port,
    secret,
    onMessage: (message) => {
      const text = request.ndjson ? messageLine(message) : `${printedMessage(message)}\n`;
      process.stdout.write(`${text}\n`);
    },
    onRefused: (why) => process.stderr.write(`refused a request: ${why}\n`),
  });
  try {
    const endpoint = await api.register({
      url: receiver.url,
      types: [...request.types],
      commitments: [...request.commitments],
      minSeverity: request.minSeverity as RegisterEndpointBody['minSeverity'],
      description: 'ledger webhook listen',
    });
    tellSecret(endpoint.secret);
    process.stderr.write(
      `endpoint ${endpoint.endpointId} listens at ${receiver.url}; Ctrl-C ends it\n`,
    );
    await interrupted();
    await api.delete(endpoint);
    process.stderr.write(`endpoint ${endpoint.endpointId} deleted\n`);
  } finally {
    receiver.close();
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      resolve();
    };
    process.once('SIGINT', end).once('SIGTERM', end);
  });
}
