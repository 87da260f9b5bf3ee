import { type EventStore } from '@app/event-store';
import { type PoolClient } from 'pg';
import { type AlertEvent } from '../alert-event.js';
import { AlertProjection } from './alert.projection.js';
import { AlertRuleStore } from './alert-rule.store.js';
import { ArrivalStore } from './arrival.store.js';
import { AlertStateStore, type KeptState } from './alert-state.store.js';

/** An evaluated alert: its memory now, and what happened to it. */
export interface Changed extends KeptState {
  readonly events: readonly AlertEvent[];
}

/** All that alerts keep; every call belongs to the caller's transaction. */
export class AlertStore {
  readonly rules: AlertRuleStore;
  readonly states = new AlertStateStore();
  readonly arrivals = new ArrivalStore();
  readonly projection = new AlertProjection();

  constructor(private readonly eventStore: EventStore) {
    this.rules = new AlertRuleStore(eventStore);
  }

  /**
   * Appends events to their streams with expected versions, and carries them into the read model.
   *
   * @throws VersionConflictError when somebody else wrote to an alert meanwhile
   */
  async save(client: PoolClient, changes: readonly Changed[], actor: string): Promise<void> {
    for (const { stream, version, events } of changes) {
      if (events.length === 0) continue;
      await this.eventStore.appendIn(client, stream, version, events, actor);
      for (const event of events) await this.projection.project(client, event);
    }
    await this.states.save(
      client,
      changes.map(({ events, ...kept }) => ({
        ...kept,
        version: kept.version + BigInt(events.length),
      })),
    );
  }
}
