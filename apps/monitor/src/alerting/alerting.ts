import { type AlertEvent, type AlertStore, type Cause, type Facts, LEDGER } from '@app/alerts';
import { type Database } from '@app/platform';
import { type Outbox } from '@app/webhooks';
import { judge } from './judge.js';
import { messageOf } from './message.js';

type Client = Parameters<Parameters<Database['transaction']>[0]>[0];

/** What a flush of the monitor has folded. */
export interface AlertingInput {
  /** Of the monitor's lease: what is remembered in memory belongs to one holder. */
  readonly fence: bigint;
  /** Every commitment, at one position. */
  readonly facts: readonly Facts[];
  /** Of the ledger itself, and of commitments that `causes` does not name. */
  readonly cause: Cause;
  readonly causes?: ReadonlyMap<string, Cause>;
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
  async evaluate(client: Client, input: AlertingInput): Promise<void> {
    if (input.facts.length === 0) return;
    const facts = await this.withCadence(client, input);
    const ids = facts.map(({ commitmentId }) => commitmentId);
    const { rules, states } = this.store;
    const known = await rules.load(client, ids);
    const installed = await rules.installDefaults(client, ids, known, ACTOR);
    const kept = await states.load(client, [...ids, LEDGER]);
    const changes = judge({ ...input, rules: [...known, ...installed], kept, facts });
    await this.store.save(client, changes, ACTOR);
    const byId = new Map(facts.map((each) => [each.commitmentId, each]));
    for (const event of changes.flatMap(({ events }) => events)) {
      if (event.told) await this.tell(client, event, byId.get(event.key.commitmentId));
    }
  }

  /** The same facts, each source with the pause that is usual for it. */
  private async withCadence(client: Client, { facts, fence }: AlertingInput): Promise<Facts[]> {
    const all = new Map(facts.flatMap(({ sources }) => sources).map((each) => [each.source, each]));
    const seen = await this.store.arrivals.observe(client, fence, [...all.values()]);
    const bySource = new Map(seen.map((each) => [each.source, each]));
    return facts.map((each) => ({
      ...each,
      sources: each.sources.map((source) => bySource.get(source.source) ?? source),
    }));
  }

  private async tell(client: Client, event: AlertEvent, facts: Facts | undefined): Promise<void> {
    const message = messageOf(event, facts, this.publicUrl);
    const { isNew, pending } = await this.outbox.enqueue(client, message);
    if (isNew && pending === 0) {
      await this.store.projection.markUndeliverable(client, event.alertId);
    }
  }
}
