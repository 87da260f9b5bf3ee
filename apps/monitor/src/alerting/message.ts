import { type AlertEvent, type Facts, messageIdOf, type RuleKind, statusOf } from '@app/alerts';
import { type MessageType, type OutboxMessage, SCHEMA_VERSION } from '@app/webhooks';

const MOST_BYTES = 3500;
/** Method of the projection that this version's shortfall rule rests on. */
const FORECAST_MODEL = 'run-rate-28@1';

/** The message of a transition that subscribers are told, with its final bytes. */
export function messageOf(
  event: AlertEvent,
  facts: Facts | undefined,
  publicUrl: string | undefined,
): OutboxMessage {
  const { alertId, revision, severity } = event;
  return {
    messageId: messageIdOf(alertId, revision),
    type: typeOf(event),
    severity,
    alertId,
    revision,
    commitmentId: facts?.commitmentId ?? null,
    body: bodyOf(event, facts, publicUrl),
  };
}

function typeOf({ kind, type }: AlertEvent): MessageType {
  if (kind === 'milestone') return 'commitment.milestone';
  if (kind === 'data-quality') return type === 'AlertResolved' ? 'data.recovered' : 'data.stale';
  switch (type) {
    case 'AlertSeverityRaised':
      return 'commitment.alert.escalated';
    case 'AlertSeverityLowered':
      return 'commitment.alert.deescalated';
    case 'AlertResolved':
      return 'commitment.alert.resolved';
    case 'AlertFired':
    case 'AlertPending':
    case 'AlertPendingCleared':
    case 'AlertRecovering':
    case 'AlertRefired':
      return 'commitment.alert.firing';
  }
}

/** UTF-8 JSON within the limit; the list of silent sources is what may have to be cut. */
function bodyOf(
  event: AlertEvent,
  facts: Facts | undefined,
  publicUrl: string | undefined,
): string {
  const { silentSources } = event.evidence;
  for (let kept = Math.min(silentSources.length, 10); kept > 0; kept -= 1) {
    const body = write(event, facts, publicUrl, silentSources.slice(0, kept));
    if (Buffer.byteLength(body) <= MOST_BYTES) return body;
  }
  return write(event, facts, publicUrl, []);
}

function write(
  event: AlertEvent,
  facts: Facts | undefined,
  publicUrl: string | undefined,
  silentSources: readonly string[],
): string {
  return JSON.stringify({
    type: typeOf(event),
    timestamp: event.recordedAt,
    schemaVersion: SCHEMA_VERSION,
    data: {
      alert: alertPart(event),
      commitment: facts === undefined ? null : commitmentPart(event, facts),
      values: event.values,
      evidence: {
        ...event.evidence,
        forecastModel: forecastModel(event.kind),
        silentSources,
        silentSourceCount: event.evidence.silentSources.length,
      },
      links: publicUrl === undefined ? {} : { alert: `${publicUrl}/v1/alerts/${event.alertId}` },
    },
  });
}

function alertPart(event: AlertEvent): Record<string, unknown> {
  return {
    id: event.alertId,
    revision: event.revision,
    ruleId: event.key.ruleId,
    kind: event.kind,
    ruleRevision: event.ruleRevision,
    scope: event.key.scope,
    status: statusOf(event.phase),
    severity: event.severity,
    previousSeverity: event.previousSeverity,
    cause: event.cause,
    resolution: event.resolution,
    evaluation: event.evaluation,
    since: event.since,
    firedAt: event.firedAt,
    acknowledged: null,
    summary: event.summary,
    test: false,
  };
}

function commitmentPart({ key }: AlertEvent, facts: Facts): Record<string, unknown> {
  const period = facts.periods.find(({ index }) => index === key.periodIndex);
  const { contractId, commitmentId, currency } = facts;
  return {
    contractId,
    commitmentId,
    currency,
    period: period === undefined ? null : periodPart(period),
  };
}

function periodPart({
  index,
  start,
  end,
  state,
}: Facts['periods'][number]): Record<string, unknown> {
  return { index, start, end, state };
}

function forecastModel(kind: RuleKind): string | null {
  return kind === 'projected-shortfall' ? FORECAST_MODEL : null;
}
