import { type RoleSettings, roleEnvironment } from './role.js';

const settings: RoleSettings = {
  project: '/p',
  logs: '/l',
  databaseUrl: 'postgres://postgres:owner@127.0.0.1:20003/ledger',
  rolePassword: 'role',
  kafkaBrokers: '127.0.0.1:20002',
  usageTopic: 'ledger.usage.v1',
  adminKey: 'cl_dev_k',
  keyring: 'k1:AAAA',
  ports: { api: 20_010, ingest: 20_011, monitor: 20_012, notifier: 20_013 },
};

describe('environment of a role', () => {
  it('has a database user of its own, never the owner', () => {
    expect(roleEnvironment(settings, 'ingest').DATABASE_URL).toBe(
      'postgres://ledger_ingest:role@127.0.0.1:20003/ledger',
    );
  });

  it('tells the API its port and the others theirs for health', () => {
    expect(roleEnvironment(settings, 'api')).toMatchObject({ API_PORT: '20010' });
    expect(roleEnvironment(settings, 'api')).not.toHaveProperty('OPS_PORT');
    expect(roleEnvironment(settings, 'monitor')).toMatchObject({ OPS_PORT: '20012' });
  });

  it('gives the admin key to the API alone', () => {
    expect(roleEnvironment(settings, 'api').BOOTSTRAP_ADMIN_KEY).toBe('cl_dev_k');
    expect(roleEnvironment(settings, 'notifier')).not.toHaveProperty('BOOTSTRAP_ADMIN_KEY');
  });
});
