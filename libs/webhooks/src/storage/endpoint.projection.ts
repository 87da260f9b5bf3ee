import { type StoredEvent } from '@app/event-store';
import { type PoolClient } from 'pg';
import {
  type EndpointChanged,
  type EndpointEvent,
  type EndpointRegistered,
} from '../domain/endpoint.events.js';
import { type EndpointLifecycle } from '../domain/endpoint.state.js';

/** Carries an endpoint's events into its row, in the transaction that appends them. */
export async function projectEndpoint(
  client: PoolClient,
  events: readonly StoredEvent[],
): Promise<void> {
  for (const { data, version } of events) await project(client, data as EndpointEvent, version);
}

async function project(client: PoolClient, event: EndpointEvent, version: bigint): Promise<void> {
  const { endpointId } = event;
  switch (event.type) {
    case 'EndpointRegistered':
      await insert(client, event, version);
      return;
    case 'EndpointChanged':
      await change(client, event, version);
      return;
    case 'EndpointVerificationRequested':
      await enter(client, endpointId, version, 'verifying');
      return;
    case 'EndpointVerified':
      await enter(client, endpointId, version, 'active');
      return;
    case 'EndpointPaused':
      await enter(client, endpointId, version, 'paused');
      return;
    case 'EndpointDisabled':
      await enter(client, endpointId, version, 'disabled', event.reason);
      return;
    case 'EndpointDeleted':
      await enter(client, endpointId, version, 'deleted');
      return;
    case 'EndpointSecretRotated':
      await client.query('update webhook_endpoint set version = $2 where endpoint_id = $1', [
        endpointId,
        version,
      ]);
  }
}

async function insert(
  client: PoolClient,
  { endpointId, settings }: EndpointRegistered,
  version: bigint,
): Promise<void> {
  await client.query(
    `insert into webhook_endpoint (endpoint_id, version, state, url, settings, ordering, concurrency)
     values ($1, $2, 'verifying', $3, $4, $5, $6)`,
    [
      endpointId,
      version,
      settings.url,
      JSON.stringify(settings),
      settings.ordering,
      settings.concurrency,
    ],
  );
}

async function change(
  client: PoolClient,
  { endpointId, settings }: EndpointChanged,
  version: bigint,
): Promise<void> {
  await client.query(
    `update webhook_endpoint set version = $2, url = $3, settings = $4, ordering = $5,
       concurrency = case when breaker_seconds > 0 then 1 else $6 end
     where endpoint_id = $1`,
    [
      endpointId,
      version,
      settings.url,
      JSON.stringify(settings),
      settings.ordering,
      settings.concurrency,
    ],
  );
}

// Each new state starts with a clean record: what failed before was another life of the endpoint.
async function enter(
  client: PoolClient,
  endpointId: string,
  version: bigint,
  state: EndpointLifecycle,
  disabledReason: string | null = null,
): Promise<void> {
  await client.query(
    `update webhook_endpoint set version = $2, state = $3, disabled_reason = $4,
       breaker_until = '-infinity', breaker_failures = 0, breaker_seconds = 0,
       failing_since = null, failed_attempts = 0, concurrency = (settings->>'concurrency')::int
     where endpoint_id = $1`,
    [endpointId, version, state, disabledReason],
  );
}
