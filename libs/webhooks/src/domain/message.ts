/** Lowest first. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;

export type MessageSeverity = (typeof SEVERITIES)[number];

/** Every type that this version knows; an endpoint's glob must match one of them. */
export const MESSAGE_TYPES = [
  'commitment.alert.firing',
  'commitment.alert.escalated',
  'commitment.alert.deescalated',
  'commitment.alert.resolved',
  'commitment.alert.acknowledged',
  'commitment.alert.reminder',
  'commitment.alert.notice',
  'commitment.milestone',
  'commitment.period.closed',
  'commitment.amended',
  'data.stale',
  'data.quarantined',
  'data.recovered',
  'ledger.integrity_violation',
  'ledger.reconciliation_mismatch',
  'endpoint.verification',
  'endpoint.disabled',
  'endpoint.recovered',
  'message.exhausted',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

/** One thing to be told, with its final bytes; delivery never looks at anything else again. */
export interface OutboxMessage {
  /** `msg_` and 26 characters: the idempotency key of receivers, same for every attempt. */
  readonly messageId: string;
  readonly type: MessageType;
  /** Null for types that have none; they pass every endpoint's `minSeverity`. */
  readonly severity: MessageSeverity | null;
  /** Orders messages of one alert; null: no order. */
  readonly alertId: string | null;
  readonly revision: number | null;
  /** Null for messages about the ledger itself; they pass every endpoint's `commitments`. */
  readonly commitmentId: string | null;
  /** UTF-8 JSON of at most 3,500 bytes, signed and sent as it is. */
  readonly body: string;
}
