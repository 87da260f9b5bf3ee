import { z } from 'zod';
import { Severity } from './alert.schema.js';
import { Currency, Day, Instant } from './scalars.js';

/** The alert of a message; a snapshot at its revision. Receivers ignore members they do not know. */
const MessageAlert = z.looseObject({
  id: z.string().optional(),
  revision: z.int().optional().describe('Drop a message whose revision is not newer'),
  kind: z.string().optional(),
  scope: z.string().optional(),
  status: z.string().describe('firing, resolved, recovering or notice'),
  severity: Severity.optional(),
  cause: z.string().optional(),
  since: Day.nullable().optional(),
  firedAt: Instant.nullable().optional(),
  summary: z.string(),
  test: z.boolean().describe('true: nothing happened, somebody tries the endpoint'),
});

const MessageCommitment = z.looseObject({
  contractId: z.string(),
  commitmentId: z.string(),
  currency: Currency,
  period: z.looseObject({ index: z.int(), start: Day, end: Day, state: z.string() }).nullable(),
});

/** Body of a webhook: Standard Webhooks 1.0.0, signed over `<webhook-id>.<webhook-timestamp>.<body>`. */
export const WebhookMessage = z
  .looseObject({
    type: z.string().describe('commitment.alert.firing, commitment.milestone, data.stale, …'),
    timestamp: Instant,
    schemaVersion: z.string(),
    data: z.looseObject({
      alert: MessageAlert.optional(),
      commitment: MessageCommitment.nullable().optional(),
      values: z.record(z.string(), z.unknown()).optional(),
      evidence: z.record(z.string(), z.unknown()).optional(),
      links: z.record(z.string(), z.string()).optional(),
    }),
  })
  .meta({ id: 'WebhookMessage' });
export type WebhookMessage = z.infer<typeof WebhookMessage>;
