import { type Database } from '@app/platform';
import { type Delivery, type DeliveryAnswer, type DeliveryAttempt } from '@app/wire';
import { rfc3339 } from './time.js';

interface DeliveryRow extends Omit<Delivery, 'sequence'> {
  readonly sequence: bigint;
}

const COLUMNS = `d.delivery_id as "deliveryId", d.endpoint_id as "endpointId",
  d.message_id as "messageId", d.sequence, d.generation, m.type, d.alert_id as "alertId",
  d.revision, d.state, d.attempts, d.last_status as "lastStatus", d.last_error as "lastError",
  case when d.state = 'pending' then ${rfc3339('d.next_attempt_at')} end as "nextAttemptAt",
  case when d.state = 'delivered' then ${rfc3339('d.ended_at')} end as "deliveredAt",
  ${rfc3339('d.created_at')} as "createdAt"`;
const FROM = 'webhook_delivery d join webhook_message m using (message_id)';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Deliveries of an endpoint and the log of their attempts. */
export class DeliveryReader {
  constructor(private readonly database: Database) {}

  /** In order of their sequence, after `after`. */
  async list(
    endpointId: string,
    state: Delivery['state'] | null,
    after: bigint,
    limit: number,
  ): Promise<Delivery[]> {
    const rows = await this.database.query<DeliveryRow & Record<string, unknown>>(
      `select ${COLUMNS} from ${FROM}
       where d.endpoint_id = $1 and d.sequence > $3 and d.state = coalesce($2, d.state)
       order by d.sequence limit $4`,
      [endpointId, state, after, limit],
    );
    return rows.map(toDelivery);
  }

  async find(deliveryId: string): Promise<DeliveryAnswer | null> {
    if (!UUID.test(deliveryId)) return null;
    const [row] = await this.database.query<
      DeliveryRow & { body: string } & Record<string, unknown>
    >(`select ${COLUMNS}, m.body from ${FROM} where d.delivery_id = $1`, [deliveryId]);
    if (row === undefined) return null;
    const attemptLog = await this.database.query<DeliveryAttempt & Record<string, unknown>>(
      `select attempt, ${rfc3339('started_at')} as "startedAt", duration_ms as "durationMs",
         address, status, error, response_body as "responseBody"
       from webhook_attempt where delivery_id = $1 order by attempt, attempt_id`,
      [deliveryId],
    );
    return { ...toDelivery(row), body: row.body, attemptLog };
  }
}

function toDelivery(row: DeliveryRow): Delivery {
  return { ...row, sequence: row.sequence.toString() };
}
