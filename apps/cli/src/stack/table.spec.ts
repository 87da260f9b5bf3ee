import { columns, firstScreen, processTable } from './table.js';

const stack = {
  apiUrl: 'http://127.0.0.1:20001',
  dashboardUrl: 'http://127.0.0.1:20001/#key=cl_dev_k',
  kafkaBrokers: '127.0.0.1:20002',
  usageTopic: 'ledger.usage.v1',
  databaseUrl: 'postgres://postgres:s@127.0.0.1:20003/ledger',
  adminKey: 'cl_dev_k',
  opsUrls: {},
  pids: {},
};

describe('first screen', () => {
  const screen = firstScreen(stack, 'demo-100b');

  it('names dashboard, API, docs, broker and key', () => {
    expect(screen).toContain('Dashboard  http://127.0.0.1:20001/#key=cl_dev_k\n');
    expect(screen).toContain('API        http://127.0.0.1:20001\n');
    expect(screen).toContain('API docs   http://127.0.0.1:20001/docs\n');
    expect(screen).toContain('Kafka      127.0.0.1:20002  topic ledger.usage.v1\n');
    expect(screen).toContain('Admin key  cl_dev_k\n');
  });

  it('has three commands that can be pasted as they stand', () => {
    const commands = screen.split('\n').filter((line) => line.startsWith('    '));
    expect(commands.map((line) => line.trim())).toEqual([
      'curl -s -H "Authorization: Bearer cl_dev_k" http://127.0.0.1:20001/v1/commitments/demo-100b/position',
      expect.stringMatching(/^npx ledger emit /),
      'npx ledger webhook listen',
    ]);
  });

  it('keeps the password of the database to itself', () => {
    expect(screen).not.toContain('postgres://');
  });
});

describe('columns', () => {
  it('line up behind the longest name', () => {
    const rows: [string, string][] = [
      ['a', 'x'],
      ['long', 'y'],
    ];
    expect(columns(rows)).toBe('  a     x\n  long  y');
  });
});

describe('process table', () => {
  it('shows a process without a pid', () => {
    const rows = [
      { name: 'api', pid: 123, state: 'ready' },
      { name: 'ingest', pid: undefined, state: 'ended' },
    ];
    expect(processTable(rows)).toBe('  api     123     ready\n  ingest  -       ended');
  });
});
