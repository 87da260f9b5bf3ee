import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { newId } from '@app/webhooks';
import { sql, until } from '../support/index.js';
import { startWebhooks, type WebhookFixture } from './webhook-fixture.js';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.warn('python3 is not here: its example receiver is not tested');

let webhooks: WebhookFixture;
let receiver: ChildProcess | undefined;

beforeAll(async () => {
  webhooks = await startWebhooks();
}, 60_000);

afterEach(() => {
  receiver?.kill('SIGKILL');
});

afterAll(async () => {
  await webhooks.close();
});

/** Starts an example as its reader would; its output so far, line by line. */
function start(command: string, file: string): () => string[] {
  let output = '';
  receiver = spawn(command, [`examples/receivers/${file}`], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  receiver.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  return () => output.trim().split('\n');
}

const bodyOf = (revision: number, summary: string): string =>
  JSON.stringify({
    type: 'commitment.alert.firing',
    timestamp: '2027-07-02T06:00:00.000Z',
    data: { alert: { id: 'alr_1', revision, summary } },
  });

it.each([
  [process.execPath, 'node/receiver.mjs'],
  ...(python ? [['python3', 'python/receiver.py']] : []),
] as [string, string][])(
  '%s %s verifies, works once per message and skips what is older',
  async (command, file) => {
    const lines = start(command, file);
    const url = await until('it listens', () => /http\S+/.exec(lines()[0] ?? '')?.[0], {
      deadlineMs: 15_000,
    });
    const { endpoint } = await webhooks.activate({ url, secret });
    const deliver = async (revision: number, summary: string): Promise<string> => {
      const messageId = newId('msg');
      await webhooks.enqueue({ messageId, body: bodyOf(revision, summary) });
      await webhooks.drive(`"${summary}" is delivered`, () => isDelivered(messageId));
      return messageId;
    };
    const first = await deliver(2, 'second revision');
    // The same message again, as after a crash of the sender.
    await sql(
      webhooks.database.url,
      `update ledger.webhook_delivery set state = 'pending' where message_id = $1`,
      [first],
    );
    await webhooks.drive('it is delivered again', () => isDelivered(first));
    await deliver(1, 'first revision, late');
    await deliver(3, 'third revision');
    await until('the last is worked on', () => lines().at(-1)?.includes('third'), {
      deadlineMs: 5_000,
    });
    expect(
      lines()
        .slice(1)
        .filter((line) => line.includes('alert.firing')),
    ).toEqual([
      '2027-07-02T06:00:00.000Z commitment.alert.firing second revision',
      '2027-07-02T06:00:00.000Z commitment.alert.firing third revision',
    ]);

    const forged = await fetch(url, {
      method: 'POST',
      body: bodyOf(9, 'forged'),
      headers: {
        'webhook-id': 'msg_forged',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': 'v1,AAAA',
      },
    });
    expect(forged.status).toBe(401);
    expect(lines().join('\n')).not.toContain('forged');
    await sql(
      webhooks.database.url,
      `update ledger.webhook_endpoint set state = 'deleted' where endpoint_id = $1`,
      [endpoint.endpointId],
    );
  },
  60_000,
);

async function isDelivered(messageId: string): Promise<boolean> {
  const rows = await sql(
    webhooks.database.url,
    `select 1 from ledger.webhook_delivery where message_id = $1 and state = 'delivered'`,
    [messageId],
  );
  return rows.length === 1;
}
