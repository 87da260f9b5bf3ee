import { join } from 'node:path';

import { withUser } from '../database.js';
import { type ProcessSpec } from '../process/managed-process.js';

/** The roles of a stack, in the order of the table. */
export const ROLES = ['api', 'ingest', 'monitor', 'notifier'] as const;
export type Role = (typeof ROLES)[number];
/** Those that serve health and metrics only. */
export const OPS_ROLES = ['ingest', 'monitor', 'notifier'] as const;

/** What every role of one stack is told. */
export interface RoleSettings {
  readonly project: string;
  readonly logs: string;
  readonly databaseUrl: string;
  readonly rolePassword: string;
  readonly kafkaBrokers: string;
  readonly usageTopic: string;
  readonly adminKey: string;
  readonly keyring: string;
  readonly ports: Readonly<Record<Role, number>>;
}

export function roleUrl(settings: Pick<RoleSettings, 'ports'>, role: Role): string {
  return `http://127.0.0.1:${settings.ports[role]}`;
}

/** A role's environment: its own database user, loopback addresses, webhooks to this machine. */
export function roleEnvironment(settings: RoleSettings, role: Role): Record<string, string> {
  return {
    NODE_ENV: 'development',
    DATABASE_URL: withUser(settings.databaseUrl, `ledger_${role}`, settings.rolePassword),
    KAFKA_BROKERS: settings.kafkaBrokers,
    USAGE_TOPIC: settings.usageTopic,
    ROLE_HOST: '127.0.0.1',
    [role === 'api' ? 'API_PORT' : 'OPS_PORT']: String(settings.ports[role]),
    PUBLIC_URL: roleUrl(settings, 'api'),
    KEYRING: settings.keyring,
    WEBHOOK_ALLOW_HTTP: 'true',
    WEBHOOK_ALLOW_PRIVATE_CIDRS: '127.0.0.0/8,::1/128',
    DRAIN_MS: '0',
    ...(role === 'api' ? { BOOTSTRAP_ADMIN_KEY: settings.adminKey } : {}),
  };
}

export function roleEntry(project: string, role: Role): string {
  return join(project, 'dist', 'apps', role, 'src', 'main.js');
}

/** The role as a process of `dist`. */
export function roleProcess(
  settings: RoleSettings,
  role: Role,
  outer: Readonly<Record<string, string | undefined>> = process.env,
): ProcessSpec {
  return {
    name: role,
    command: process.execPath,
    args: ['--enable-source-maps', roleEntry(settings.project, role)],
    cwd: settings.project,
    env: { ...outer, ...roleEnvironment(settings, role) },
    logFile: join(settings.logs, `${role}.log`),
  };
}
