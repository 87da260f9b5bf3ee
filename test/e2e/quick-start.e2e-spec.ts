import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeStackFile } from '../../apps/cli/src/stack/state/stack-file.js';
import { required, startWholeLedger, type WholeLedger } from '../support/index.js';

const ROOT = process.cwd();

let ledger: WholeLedger;
let folder: string;

beforeAll(async () => {
  ledger = await startWholeLedger();
  // The folder of a clone whose stack is this one.
  folder = await mkdtemp(join(tmpdir(), 'quick-start-'));
  for (const name of ['bin', 'dist', 'node_modules', 'package.json', 'package-lock.json']) {
    await symlink(join(ROOT, name), join(folder, name));
  }
  writeStackFile(join(folder, '.ledger-dev'), {
    apiUrl: ledger.apiUrl,
    dashboardUrl: `${ledger.apiUrl}/#key=${ledger.adminKey}`,
    adminKey: ledger.adminKey,
    databaseUrl: ledger.database.url,
    usageTopic: ledger.topic.name,
    kafkaBrokers: required('KAFKA_BROKERS'),
    opsUrls: {},
    pids: {},
  });
}, 60_000);

afterAll(async () => {
  await ledger.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The blocks that a reader pastes, in order. */
async function shellBlocks(): Promise<string[]> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  return [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

function bash(script: string): Promise<Ran> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    // The variables of the test run would lead the commands to another database and broker.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NO_COLOR: '1',
      LEDGER_STATE: join(folder, '.ledger-dev'),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

describe('the README', () => {
  it('runs as it is written and says what it promises', async () => {
    const blocks = await shellBlocks();
    expect(blocks).toHaveLength(8);
    const marked = blocks.map((block, index) => `echo "<<${index}>>"\n${block}`).join('\n');
    // Job control gives `kill %1` its job, as in a terminal.
    const { code, output } = await bash(`set -m\n${marked}`);
    const parts = output.split(/<<\d>>\n/).slice(1);
    expect(code === 0 ? 'every command succeeded' : output).toBe('every command succeeded');
    expect(parts[1]).toContain('"commitmentIds":["quick-start"]');
    expect(parts[4]?.trim()).toBe('2');
    expect(parts[5]?.trim()).toBe('420');
    expect(parts[6]).toContain('commitment.milestone');
    expect(parts[7]).toContain('420');
  }, 90_000);
});
