import { z } from 'zod';
import { ListMeta, listOf } from './meta.js';
import { pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Instant, text } from './scalars.js';

export const Severity = z
  .enum(['info', 'low', 'medium', 'high', 'critical'], { error: 'severity-unknown' })
  .meta({ id: 'Severity' });
export type Severity = z.infer<typeof Severity>;

export const AlertStatus = z
  .enum(['pending', 'firing', 'recovering', 'resolved', 'notice'], { error: 'status-unknown' })
  .meta({ id: 'AlertStatus' });
export type AlertStatus = z.infer<typeof AlertStatus>;

const Acknowledgement = z.strictObject({
  by: z.string(),
  at: Instant,
  until: Instant,
  note: z.string(),
});

/** An episode of an alert, from firing to resolved, at its newest revision. */
export const Alert = z
  .strictObject({
    alertId: z.string(),
    ruleId: z.string(),
    kind: z.string(),
    scope: z.string(),
    commitmentId: z.string(),
    contractId: z.string().nullable(),
    currency: Currency.nullable(),
    periodIndex: Count,
    episode: Count,
    revision: Count,
    status: AlertStatus,
    severity: Severity,
    previousSeverity: Severity.nullable(),
    cause: z.string(),
    evaluation: z.enum(['current', 'stale']),
    since: Day.nullable(),
    firedAt: Instant.nullable(),
    resolvedAt: Instant.nullable(),
    updatedAt: Instant,
    acknowledged: Acknowledgement.nullable(),
    undeliverable: z.boolean().describe('No active endpoint matches'),
    summary: z.string(),
    values: z.record(z.string(), z.unknown()),
    evidence: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Alert' });
export type Alert = z.infer<typeof Alert>;

/** One change of an alert that somebody is told. */
export const AlertRevision = z
  .strictObject({
    revision: Count,
    messageId: z.string().nullable(),
    type: z.string(),
    status: AlertStatus,
    severity: Severity,
    cause: z.string(),
    summary: z.string(),
    recordedAt: Instant,
    values: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AlertRevision' });
export type AlertRevision = z.infer<typeof AlertRevision>;

export const AlertAnswer = z
  .strictObject({ ...Alert.shape, revisions: z.array(AlertRevision) })
  .meta({ id: 'AlertAnswer' });
export type AlertAnswer = z.infer<typeof AlertAnswer>;

export const AlertList = listOf('AlertList', Alert, ListMeta);
export type AlertList = z.infer<typeof AlertList>;

export const AlertsQuery = z.strictObject({
  'filter[commitmentId]': Identifier.optional(),
  'filter[status]': AlertStatus.optional(),
  'filter[severity]': Severity.optional(),
  'filter[kind]': z.string().min(1).max(64).optional(),
  ...pageShape,
  ...waitShape,
});
export type AlertsQuery = z.infer<typeof AlertsQuery>;

/** `POST /v1/alerts/{alertId}/acknowledge`: stops reminders, at most 14 days. */
export const AcknowledgeAlertBody = z
  .strictObject({ until: Instant, note: text(1000) })
  .meta({ id: 'AcknowledgeAlertBody' });
export type AcknowledgeAlertBody = z.infer<typeof AcknowledgeAlertBody>;
