import { withDatabase } from './database.js';
import { type Folders } from './folders.js';
import { OPS_ROLES, type Role, type RoleSettings, roleUrl } from './roles/role.js';
import { type Services } from './services.js';
import { type KeptState } from './state/kept-state.js';
import { type StackFile } from './state/stack-file.js';

const USAGE_TOPIC = 'ledger.usage.v1';
/** Name of the database on a server of our own. */
export const DATABASE = 'ledger';

/** What the roles of this stack are told. */
export function roleSettings(
  { project, logs }: Folders,
  { kafka, postgres }: Services,
  { adminKey, keyring, rolePassword }: KeptState,
  ports: Readonly<Record<Role, number>>,
): RoleSettings {
  const isOwn = postgres.process !== undefined;
  return {
    project,
    logs,
    databaseUrl: isOwn ? withDatabase(postgres.url, DATABASE) : postgres.url,
    kafkaBrokers: kafka.brokers,
    usageTopic: USAGE_TOPIC,
    adminKey,
    keyring,
    rolePassword,
    ports,
  };
}

/** Ports of our own broker and database, to be taken again by the next start. */
export function servicePorts({ kafka, postgres }: Services): Record<string, number> {
  const brokerPort = Number(/:(\d+)/.exec(kafka.brokers)?.[1]);
  return {
    ...(kafka.process === undefined ? {} : { kafka: brokerPort }),
    ...(postgres.process === undefined ? {} : { postgres: Number(new URL(postgres.url).port) }),
  };
}

/** Where everything of the running stack is; `pids` goes on being written to. */
export function stackFileOf(settings: RoleSettings, pids: Record<string, number>): StackFile {
  const { databaseUrl, kafkaBrokers, usageTopic, adminKey } = settings;
  const apiUrl = roleUrl(settings, 'api');
  return {
    apiUrl,
    dashboardUrl: `${apiUrl}/#key=${adminKey}`,
    kafkaBrokers,
    usageTopic,
    databaseUrl,
    adminKey,
    opsUrls: Object.fromEntries(OPS_ROLES.map((role) => [role, roleUrl(settings, role)])),
    pids,
  };
}
