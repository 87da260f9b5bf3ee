import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { startWholeLedger, until, type WholeLedger } from '../support/index.js';

interface Line {
  readonly id: string;
  readonly repeated: boolean;
  readonly message: { readonly type: string; readonly data: Record<string, unknown> };
}

interface EndpointRow {
  readonly endpointId: string;
  readonly state: string;
}

let ledger: WholeLedger;
let listener: ChildProcess | undefined;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'notifier'] });
}, 60_000);

afterAll(async () => {
  listener?.kill('SIGKILL');
  await ledger.stop();
});

const endpoints = async (): Promise<EndpointRow[]> =>
  (await ledger.get<{ data: EndpointRow[] }>('/v1/webhook-endpoints')).body.data;

describe('ledger webhook listen', () => {
  it('registers, verifies and prints what arrives, and takes its endpoint back', async () => {
    const child = spawn(
      process.execPath,
      ['dist/apps/cli/src/main.js', 'webhook', 'listen', '--ndjson'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          LEDGER_API_URL: ledger.apiUrl,
          LEDGER_API_KEY: ledger.adminKey,
        },
      },
    );
    listener = child;
    let [output, progress] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (progress += chunk));
    const lines = (): Line[] =>
      output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Line);

    const active = await until(
      'the endpoint is active',
      async () => (await endpoints()).find(({ state }) => state === 'active'),
      { deadlineMs: 20_000 },
    );
    expect(progress).toContain(`endpoint ${active.endpointId} listens at http://127.0.0.1:`);
    const { body } = await ledger.post<{ messageId: string }>(
      `/v1/webhook-endpoints/${active.endpointId}/test`,
      {},
    );
    await until('two messages are printed', () => lines().length === 2, { deadlineMs: 10_000 });
    expect(lines().map(({ message }) => message.type)).toEqual([
      'endpoint.verification',
      'commitment.alert.notice',
    ]);
    expect(lines()[1]).toMatchObject({
      id: body.messageId,
      repeated: false,
      message: { data: { alert: { test: true } } },
    });

    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(`${code} ${progress}`).toMatch(/^0 [^]*deleted\n$/);
    expect(await endpoints()).toEqual([]);
  }, 60_000);
});
