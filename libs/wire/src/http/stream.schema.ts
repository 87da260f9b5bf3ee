import { z } from 'zod';
import { Alert } from './alert.schema.js';
import { CommitmentSummary } from './commitment-list.schema.js';

export const StreamTopic = z
  .enum(['positions', 'alerts'], { error: 'topic-unknown' })
  .meta({ id: 'StreamTopic' });
export type StreamTopic = z.infer<typeof StreamTopic>;

/** `GET /v1/stream` */
export const StreamQuery = z.strictObject({
  topics: z
    .string({ error: 'topic-unknown' })
    .max(64)
    .transform((list) => list.split(','))
    .pipe(z.array(StreamTopic).min(1).max(2))
    .optional(),
});
export type StreamQuery = z.infer<typeof StreamQuery>;

/** `event: positions`: the headline of a commitment whose position moved. */
export const PositionsEvent = CommitmentSummary;
export type PositionsEvent = z.infer<typeof PositionsEvent>;

/** `event: alerts`: an alert that changed. */
export const AlertsEvent = Alert;
export type AlertsEvent = z.infer<typeof AlertsEvent>;
