import { counter, gauge, histogram } from '@app/platform';

/** Metrics of the delivery worker; names of reliability.md section 10. */
export const webhookAttempts = counter('webhook_attempts_total', 'Webhook attempts by outcome', [
  'outcome',
]);
export const webhookDuration = histogram(
  'webhook_duration_seconds',
  'Duration of a webhook attempt, answer included',
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
);
export const outboxPending = gauge('outbox_pending', 'Deliveries that wait or are under way');
export const outboxOldestAge = gauge(
  'outbox_oldest_age_seconds',
  'Age of the oldest delivery that waits or is under way',
);
/** How far the clock of the receiver that answered last is ahead of ours. */
export const receiverClockSkew = gauge(
  'webhook_receiver_clock_skew_seconds',
  'Clock of the last receiver that sent a Date, ahead of ours',
);
