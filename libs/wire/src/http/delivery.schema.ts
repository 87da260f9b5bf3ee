import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { pageShape } from './queries.js';
import { Count, Instant } from './scalars.js';

export const DeliveryState = z
  .enum(['pending', 'leased', 'delivered', 'dead', 'held', 'canceled'], { error: 'state-unknown' })
  .meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

const deliveryShape = {
  deliveryId: z.string(),
  endpointId: z.string(),
  messageId: z.string(),
  sequence: z.string().describe('Grows within an endpoint'),
  generation: Count,
  type: z.string(),
  alertId: z.string().nullable(),
  revision: Count.nullable(),
  state: DeliveryState,
  attempts: Count,
  nextAttemptAt: Instant.nullable(),
  deliveredAt: Instant.nullable(),
  lastStatus: Count.nullable(),
  lastError: z.string().nullable(),
  createdAt: Instant,
};

export const Delivery = z.strictObject(deliveryShape).meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryList = listOf('DeliveryList', Delivery, ListMeta);
export type DeliveryList = z.infer<typeof DeliveryList>;

export const DeliveryAttempt = z
  .strictObject({
    attempt: Count,
    startedAt: Instant,
    durationMs: Count,
    address: z.string().nullable(),
    status: Count.nullable(),
    error: z.string().nullable(),
    responseBody: z.string().nullable().describe('At most 8 KiB'),
  })
  .meta({ id: 'DeliveryAttempt' });
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** `GET /v1/deliveries/{deliveryId}` */
export const DeliveryAnswer = z
  .strictObject({ ...deliveryShape, body: z.string(), attemptLog: z.array(DeliveryAttempt) })
  .meta({ id: 'DeliveryAnswer' });
export type DeliveryAnswer = z.infer<typeof DeliveryAnswer>;

export const DeliveriesQuery = z.strictObject({
  'filter[state]': DeliveryState.optional(),
  ...pageShape,
});
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;
