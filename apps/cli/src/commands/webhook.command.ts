import { type Command, InvalidArgumentError, Option } from 'commander';

interface ListenOptions {
  readonly port: number;
  readonly types: string[];
  readonly commitment: string[];
  readonly minSeverity: string;
  readonly apiUrl?: string;
  readonly apiKey?: string;
  readonly ndjson?: boolean;
}

const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;

/** `ledger webhook …`: what receivers of webhooks need on a developer's machine. */
export function registerWebhook(program: Command): void {
  const webhook = program.command('webhook').description('receive and look at webhooks');
  webhook
    .command('listen')
    .description('register a local receiver, verify what arrives and print it, until Ctrl-C')
    .option('--port <port>', 'port on the loopback; 0 picks a free one', parsePort, 0)
    .option('--types <glob...>', 'message types', ['*'])
    .option('--commitment <glob...>', 'commitment ids', ['*'])
    .addOption(
      new Option('--min-severity <severity>').choices([...SEVERITIES]).default(SEVERITIES[0]),
    )
    .option('--api-url <url>', 'default: $LEDGER_API_URL, else the running development stack')
    .option('--api-key <key>', 'default: $LEDGER_API_KEY, else the running development stack')
    .option('--ndjson', 'one JSON line a message on stdout')
    .action(async (options: ListenOptions) => {
      const { listenForWebhooks } = await import('./webhook-listen.js');
      await listenForWebhooks({
        port: options.port,
        types: options.types,
        commitments: options.commitment,
        minSeverity: options.minSeverity,
        ndjson: options.ndjson === true,
        ...(options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl }),
        ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
      });
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('a port is a number from 0 to 65535');
}
