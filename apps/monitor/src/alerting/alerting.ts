import { type AlertEvent, type AlertStore, type Cause, type Facts, LEDGER } from '@app/alerts';
import { type Database } from '@app/platform';
import { type Outbox } from '@app/webhooks';
import { judge } from './judge.js';
import { messageOf } from './message.js';

type Client = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What a flush of the monitor has folded. */
export interface AlertingInput {
  /** Every commitment, at one position. */
  readonly facts: readonly Facts[];
  readonly cause: Cause;
  readonly now: Date;
}

const ACTOR = 'system:monitor';

/**
 * Joins rules and webhooks in the transaction of a flush: transitions, read model, memory and outbox
 * are written together with the figures that they rest on, or not at all.
 */
export class Alerting {
  constructor(
    private readonly store: AlertStore,
    private readonly outbox: Outbox,
    private readonly publicUrl: string | undefined,
  ) {}

  /** @throws VersionConflictError when somebody wrote to an alert meanwhile: flush again */
  async evaluate(client: Client, { facts, cause, now }: AlertingInput): Promise<void> {
    if (facts.length === 0) return;
    const ids = facts.map(({ commitmentId }) => commitmentId);
    const { rules, states } = this.store;
    const known = await rules.load(client, ids);
    const installed = await rules.installDefaults(client, ids, known, ACTOR);
    const kept = await states.load(client, [...ids, LEDGER]);
    const changes = judge({ rules: [...known, ...installed], kept, facts, cause, now });
    await this.store.save(client, changes, ACTOR);
    const byId = new Map(facts.map((each) => [each.commitmentId, each]));
    for (const event of changes.flatMap(({ events }) => events)) {
      if (event.told) await this.tell(client, event, byId.get(event.key.commitmentId));
    }
  }

  private async tell(client: Client, event: AlertEvent, facts: Facts | undefined): Promise<void> {
    const message = messageOf(event, facts, this.publicUrl);
    const { isNew, pending } = await this.outbox.enqueue(client, message);
    if (isNew && pending === 0) {
      await this.store.projection.markUndeliverable(client, event.alertId);
    }
  }
}
