import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Guardian } from '../../apps/cli/src/stack/process/guardian.js';
import { type ProcessSpec } from '../../apps/cli/src/stack/process/managed-process.js';
import { Supervisor } from '../../apps/cli/src/stack/process/supervisor.js';
import { JestRunner } from '../../apps/cli/src/stack/test/run-jest.js';
import { brokers, until } from '../support/index.js';
import { brokerServes } from '../../apps/cli/src/stack/kafka/broker-probe.js';

const folder = mkdtempSync(join(tmpdir(), 'ledger-supervisor-'));
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A process that lives until it is told to end; it says when it runs. */
function spec(name: string, code = 'console.log("up"); setInterval(() => {}, 1000)'): ProcessSpec {
  const logFile = join(folder, `${name}.log`);
  return { name, command: process.execPath, args: ['-e', code], logFile };
}

describe('supervisor', () => {
  const guardian = Guardian.start(process.cwd());
  const pids: number[] = [];
  const supervisor = new Supervisor(guardian, {
    started: (_, pid) => pids.push(pid),
    ended: () => undefined,
  });

  afterAll(async () => {
    await supervisor.stop(supervisor.names, 0);
    await guardian.close();
    rmSync(folder, { recursive: true });
  });

  it('starts a killed process again, under a new pid', async () => {
    await supervisor.keep(spec('killed'));
    const [first = 0] = pids;
    process.kill(first, 'SIGKILL');
    const second = await until('the second start', () => pids[1], { deadlineMs: 10_000 });
    expect(second).not.toBe(first);
    expect(isAlive(second)).toBe(true);
    await supervisor.stop(['killed'], 5_000);
    expect(isAlive(second)).toBe(false);
  });

  it('kills what does not end when asked', async () => {
    const deaf = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)';
    await supervisor.keep(spec('deaf', deaf));
    const pid = pids.at(-1) ?? 0;
    const log = join(folder, 'deaf.log');
    await until('its first word', () => readFileSync(log, 'utf8') !== '', { deadlineMs: 10_000 });
    await supervisor.stop(['deaf'], 200);
    expect(isAlive(pid)).toBe(false);
  });

  it('tells why a process does not start', async () => {
    const dying = spec('dying', 'console.error("Address already in use"); process.exit(1)');
    await expect(
      supervisor.keepServing(dying, () => Promise.resolve(false), 10_000),
    ).rejects.toMatchObject({ code: 'port-taken' });
    expect(supervisor.names).not.toContain('dying');
  });
});

describe('jest runner', () => {
  it('starts no project after it was stopped', async () => {
    const guardian = Guardian.start(process.cwd());
    const temporary = mkdtempSync(join(tmpdir(), 'ledger-jest-'));
    const runner = new JestRunner(guardian);
    runner.stop();
    const where = { root: process.cwd(), folder: temporary, cache: temporary };
    const args = ['libs/money'];
    expect(await runner.run({ project: 'unit', args, env: {}, ...where })).toEqual({
      passed: 0,
      failed: 0,
      skipped: 0,
    });
    await guardian.close();
    rmSync(temporary, { recursive: true });
  });
});

describe('guardian', () => {
  it('ends what a killed launcher left, and removes its folders', async () => {
    const left = mkdtempSync(join(tmpdir(), 'ledger-left-'));
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    const guardian = spawn(process.execPath, ['bin/guardian.mjs'], {
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    const orders = [{ adopt: orphan.pid, signal: 'SIGTERM' }, { folder: left }];
    guardian.stdin.write(orders.map((order) => `${JSON.stringify(order)}\n`).join(''));
    const gone = Promise.all([once(orphan, 'exit'), once(guardian, 'exit')]);
    // The end of the pipe is all that a killed launcher leaves to see.
    guardian.stdin.end();
    expect(await gone).toEqual([
      [null, 'SIGTERM'],
      [0, null],
    ]);
    expect(existsSync(left)).toBe(false);
  });
});

describe('broker probe', () => {
  const [host = '', port] = (brokers()[0] ?? '').split(':');

  it('sees the broker of the test run serve', async () => {
    expect(await brokerServes(host, Number(port))).toBe(true);
  });

  it('fails where nobody listens', async () => {
    await expect(brokerServes('127.0.0.1', 1)).rejects.toThrow('ECONNREFUSED');
  });
});
