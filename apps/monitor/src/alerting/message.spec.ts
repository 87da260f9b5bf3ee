import { type AlertEvent, alertIdOf, type Facts, messageIdOf } from '@app/alerts';
import { messageOf } from './message.js';

const key = { commitmentId: 'aws-100b', periodIndex: 1, ruleId: 'rul_1', scope: 'commitment' };
const alertId = alertIdOf(key, 1);

const facts: Facts = {
  commitmentId: 'aws-100b',
  contractId: 'aws-2027',
  currency: 'USD',
  contractVersion: 7,
  termsVersion: 1,
  position: '0:1204113,-1:99',
  asOf: '2027-07-02T06:00:00.000Z',
  watermark: '2027-07-02',
  historyStart: '2027-01-01',
  periods: [
    {
      index: 1,
      start: '2027-01-01',
      end: '2028-01-01',
      state: 'OPEN',
      requirementE18: 1n,
      carryE18: 0n,
      countedE18: 0n,
    },
  ],
  days: [],
  sources: [],
};

const event: AlertEvent = {
  type: 'AlertFired',
  alertId,
  kind: 'projected-shortfall',
  contractId: 'aws-2027',
  currency: 'USD',
  key,
  ruleRevision: 1,
  episode: 1,
  revision: 1,
  told: true,
  phase: 'firing',
  severity: 'high',
  previousSeverity: null,
  resolution: null,
  cause: 'usage',
  evaluation: 'current',
  since: '2027-07-01',
  firedAt: '2027-07-02T06:00:00.120Z',
  recordedAt: '2027-07-02T06:00:00.120Z',
  values: { counted: '9000000000.00' },
  summary: '2027 minimum at risk',
  evidence: {
    asOf: facts.asOf,
    watermark: facts.watermark,
    position: facts.position,
    contractVersion: 7,
    termsVersion: 1,
    silentSources: [],
  },
};

const bodyOf = (changes: Partial<AlertEvent>, about: Facts | null = facts) =>
  JSON.parse(
    messageOf({ ...event, ...changes }, about ?? undefined, 'https://l.example').body,
  ) as Record<string, unknown>;

describe('a message', () => {
  it('has the shape of alerts-webhooks section 7', () => {
    const message = messageOf(event, facts, 'https://l.example');
    expect(message).toMatchObject({
      messageId: messageIdOf(alertId, 1),
      type: 'commitment.alert.firing',
      severity: 'high',
      alertId,
      revision: 1,
      commitmentId: 'aws-100b',
    });
    expect(JSON.parse(message.body)).toEqual({
      type: 'commitment.alert.firing',
      timestamp: '2027-07-02T06:00:00.120Z',
      schemaVersion: '2026-12-01',
      data: {
        alert: {
          id: alertId,
          revision: 1,
          ruleId: 'rul_1',
          kind: 'projected-shortfall',
          ruleRevision: 1,
          scope: 'commitment',
          status: 'firing',
          severity: 'high',
          previousSeverity: null,
          cause: 'usage',
          resolution: null,
          evaluation: 'current',
          since: '2027-07-01',
          firedAt: '2027-07-02T06:00:00.120Z',
          acknowledged: null,
          summary: '2027 minimum at risk',
          test: false,
        },
        commitment: {
          contractId: 'aws-2027',
          commitmentId: 'aws-100b',
          currency: 'USD',
          period: { index: 1, start: '2027-01-01', end: '2028-01-01', state: 'OPEN' },
        },
        values: { counted: '9000000000.00' },
        evidence: {
          asOf: '2027-07-02T06:00:00.000Z',
          watermark: '2027-07-02',
          position: '0:1204113,-1:99',
          contractVersion: 7,
          termsVersion: 1,
          forecastModel: 'run-rate-28@1',
          silentSources: [],
          silentSourceCount: 0,
        },
        links: { alert: `https://l.example/v1/alerts/${alertId}` },
      },
    });
  });

  it.each([
    ['AlertSeverityRaised', 'projected-shortfall', 'commitment.alert.escalated'],
    ['AlertSeverityLowered', 'projected-shortfall', 'commitment.alert.deescalated'],
    ['AlertResolved', 'projected-shortfall', 'commitment.alert.resolved'],
    ['AlertFired', 'milestone', 'commitment.milestone'],
    ['AlertResolved', 'milestone', 'commitment.milestone'],
    ['AlertFired', 'data-quality', 'data.stale'],
    ['AlertResolved', 'data-quality', 'data.recovered'],
  ] as const)('of %s of %s is %s', (type, kind, messageType) => {
    expect(messageOf({ ...event, type, kind }, facts, undefined).type).toBe(messageType);
    expect(bodyOf({ type, kind }).type).toBe(messageType);
  });

  it('about the ledger itself names no commitment', () => {
    const ledger = messageOf({ ...event, kind: 'data-quality' }, undefined, undefined);
    expect(ledger.commitmentId).toBeNull();
    expect(bodyOf({ kind: 'data-quality' }, null).data).toMatchObject({ commitment: null });
  });

  it('keeps within 3,500 bytes, whatever the names of silent sources', () => {
    const silentSources = Array.from({ length: 500 }, (_, n) => `${n}${'ü'.repeat(250)}`);
    const { body } = messageOf(
      { ...event, evidence: { ...event.evidence, silentSources } },
      facts,
      'https://l.example',
    );
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(3500);
    const { evidence } = (JSON.parse(body) as { data: { evidence: Record<string, unknown> } }).data;
    expect(evidence.silentSourceCount).toBe(500);
    expect((evidence.silentSources as string[]).length).toBeGreaterThan(0);
  });
});
