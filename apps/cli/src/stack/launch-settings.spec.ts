import { roleSettings, servicePorts, stackFileOf } from './launch-settings.js';
import { type Services } from './services.js';

const folders = { project: '/p', state: '/p/.ledger-dev', logs: '/l', cache: '/c' };
const kept = { adminKey: 'cl_dev_k', keyring: 'k1:A', rolePassword: 'r', ports: {} };
const ports = { api: 20_010, ingest: 20_011, monitor: 20_012, notifier: 20_013 };
const process = { name: 'x', command: 'x', args: [], logFile: '/l/x' };
const ready = () => Promise.resolve(true);
const kafka = { brokers: '127.0.0.1:20002', ready, description: '' };
const postgres = { url: 'postgres://postgres:s@127.0.0.1:20003/postgres', description: '' };

const own: Services = { kafka: { ...kafka, process }, postgres: { ...postgres, process } };
const given: Services = { kafka, postgres };

describe('settings of a launch', () => {
  it('use a database of their own on our server, and the named one on a given server', () => {
    const urlOf = (services: Services) => roleSettings(folders, services, kept, ports).databaseUrl;
    expect(urlOf(own)).toBe('postgres://postgres:s@127.0.0.1:20003/ledger');
    expect(urlOf(given)).toBe('postgres://postgres:s@127.0.0.1:20003/postgres');
  });

  it('remember only the ports of our own services', () => {
    expect(servicePorts(own)).toEqual({ kafka: 20_002, postgres: 20_003 });
    expect(servicePorts(given)).toEqual({});
  });
});

describe('stack.json', () => {
  it('says where everything is', () => {
    expect(stackFileOf(roleSettings(folders, own, kept, ports), { api: 7 })).toEqual({
      apiUrl: 'http://127.0.0.1:20010',
      dashboardUrl: 'http://127.0.0.1:20010/#key=cl_dev_k',
      kafkaBrokers: '127.0.0.1:20002',
      usageTopic: 'ledger.usage.v1',
      databaseUrl: 'postgres://postgres:s@127.0.0.1:20003/ledger',
      adminKey: 'cl_dev_k',
      opsUrls: {
        ingest: 'http://127.0.0.1:20011',
        monitor: 'http://127.0.0.1:20012',
        notifier: 'http://127.0.0.1:20013',
      },
      pids: { api: 7 },
    });
  });
});
