import { type EventStore } from '@app/event-store';
import { type Database } from '@app/platform';
import { type EndpointCommand, endpointDecider } from '../domain/endpoint.decider.js';
import { type MessageType } from '../domain/message.js';
import {
  MAX_ATTEMPTS,
  MAX_VERIFICATION_ATTEMPTS,
  pauseSeconds,
  retryAfterSeconds,
} from '../domain/retry-schedule.js';
import { type ClaimedDelivery } from '../storage/claim.js';
import { type Client } from '../storage/client.js';
import { recordFailure, recordSuccess } from '../storage/endpoint-health.js';
import { projectEndpoint } from '../storage/endpoint.projection.js';
import { holdPending, releaseHeld } from '../storage/held.js';
import { type Outbox } from '../storage/outbox.js';
import { giveUp, type SentAttempt, settle, type Settlement } from '../storage/settle.js';
import { noticeOf } from './notice.js';

const GONE = 410;
const ACTOR = 'system:notifier';

/** Writes down what an attempt led to, and what follows for the endpoint. */
export class Recorder {
  constructor(
    private readonly database: Database,
    private readonly eventStore: EventStore,
    private readonly outbox: Outbox,
    /** Uniform in [0, 1): jitter. */
    private readonly random: () => number,
  ) {}

  async record(attempt: SentAttempt, type: MessageType): Promise<void> {
    const { result } = attempt;
    if (result.failure === null) {
      await this.delivered(attempt, type);
    } else if (result.status === GONE) {
      await this.disable(attempt, 'gone');
    } else {
      await this.failed(attempt, type);
    }
  }

  /** Ends a delivery that was claimed more often than it may be tried. */
  async exhaust(claimed: ClaimedDelivery, at: Date): Promise<void> {
    await this.database.transaction(async (client) => {
      if (!(await giveUp(client, claimed))) return;
      await this.tellOthers(client, claimed, at, 'message.exhausted', 'exhausted');
    });
  }

  private async delivered(attempt: SentAttempt, type: MessageType): Promise<void> {
    const { endpointId } = attempt.claimed;
    const write = async (client: Client): Promise<void> => {
      // The endpoint first, as everywhere: who deletes it locks it, then its deliveries.
      await recordSuccess(client, endpointId);
      await settle(client, attempt, { state: 'delivered', pauseSeconds: 0 });
    };
    const confirmed =
      type === 'endpoint.verification' &&
      (await this.change({ type: 'ConfirmEndpoint', endpointId }, async (client) => {
        await write(client);
        await releaseHeld(client, endpointId);
      }));
    if (!confirmed) await this.database.transaction(write);
  }

  private async failed(attempt: SentAttempt, type: MessageType): Promise<void> {
    const { claimed, startedAt, result } = attempt;
    const asked = retryAfterSeconds(result.retryAfter, startedAt);
    const tries = type === 'endpoint.verification' ? MAX_VERIFICATION_ATTEMPTS : MAX_ATTEMPTS;
    const pause = pauseSeconds(claimed.attempts, asked, this.random(), tries);
    const next: Settlement =
      pause === null
        ? { state: 'dead', pauseSeconds: 0 }
        : { state: 'pending', pauseSeconds: pause };
    const failing = await this.database.transaction(async (client) => {
      // The endpoint first: the claim takes its locks in this order too.
      const disable = await recordFailure(client, claimed.endpointId, result.status, asked);
      const mine = await settle(client, attempt, next);
      if (mine && next.state === 'dead') {
        await this.tellOthers(client, claimed, startedAt, 'message.exhausted', 'exhausted');
      }
      return disable;
    });
    if (failing) await this.disableFailing(attempt);
  }

  // The delivery that met the 410 is held with the rest: nothing is dropped unseen.
  private async disable(attempt: SentAttempt, reason: 'gone'): Promise<void> {
    const { claimed, startedAt } = attempt;
    const { endpointId } = claimed;
    const write = async (client: Client): Promise<void> => {
      await settle(client, attempt, { state: 'held', pauseSeconds: 0 });
      await holdPending(client, endpointId);
    };
    const changed = await this.change(
      { type: 'DisableEndpoint', endpointId, reason },
      async (client) => {
        await write(client);
        await this.tellOthers(client, claimed, startedAt, 'endpoint.disabled', reason);
      },
    );
    if (!changed) await this.database.transaction(write);
  }

  private async disableFailing({ claimed, startedAt }: SentAttempt): Promise<void> {
    const { endpointId } = claimed;
    await this.change(
      { type: 'DisableEndpoint', endpointId, reason: 'failing' },
      async (client) => {
        await holdPending(client, endpointId);
        await this.tellOthers(client, claimed, startedAt, 'endpoint.disabled', 'failing');
      },
    );
  }

  /** False when the command changed nothing: then `onAppend` has not run. */
  private async change(
    command: EndpointCommand,
    onAppend: (client: Client) => Promise<void>,
  ): Promise<boolean> {
    const { events } = await this.eventStore.execute(
      `webhook-endpoint-${command.endpointId}`,
      endpointDecider,
      command,
      {
        actor: ACTOR,
        onAppend: async (client, stored) => {
          await projectEndpoint(client, stored);
          await onAppend(client);
        },
      },
    );
    return events.length > 0;
  }

  private async tellOthers(
    client: Client,
    claimed: ClaimedDelivery,
    at: Date,
    type: 'endpoint.disabled' | 'message.exhausted',
    reason: string,
  ): Promise<void> {
    const notice = noticeOf(type, claimed, reason, at);
    await this.outbox.enqueueToOthers(client, notice, claimed.endpointId);
  }
}
