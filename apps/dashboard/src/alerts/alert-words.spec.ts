import { exampleAlert } from '../testing/alert.fixture.js';
import { historyInWords, inOrder, kindInWords, raisedBy } from './alert-words.js';

describe('kindInWords', () => {
  it('makes words of a code', () => {
    expect(kindInWords('projected-shortfall')).toBe('Projected shortfall');
  });
});

describe('historyInWords', () => {
  it('tells since when, and when it fired', () => {
    expect(historyInWords(exampleAlert())).toBe('since 1 Jul 2027, fired 2 Jul 2027, 06:00:00 UTC');
  });

  it('tells what else happened to it', () => {
    const alert = exampleAlert({
      since: null,
      resolvedAt: '2027-07-03T07:08:09Z',
      evaluation: 'stale',
      undeliverable: true,
      acknowledged: {
        by: 'ana',
        at: '2027-07-02T07:00:00Z',
        until: '2027-07-09T07:00:00Z',
        note: 'seen',
      },
    });

    expect(historyInWords(alert)).toBe(
      'fired 2 Jul 2027, 06:00:00 UTC, resolved 3 Jul 2027, 07:08:09 UTC, acknowledged by ana, ' +
        'its data is late, no webhook endpoint takes it',
    );
  });
});

describe('inOrder', () => {
  it('puts what needs somebody first, worst first, then what is over, newest first', () => {
    const named = (alertId: string, changes: Parameters<typeof exampleAlert>[0]) =>
      exampleAlert({ alertId, ...changes });
    const alerts = [
      named('old', { status: 'resolved', severity: 'critical', updatedAt: '2027-01-01T00:00:00Z' }),
      named('new', { status: 'notice', severity: 'info', updatedAt: '2027-02-01T00:00:00Z' }),
      named('mild', { status: 'firing', severity: 'info' }),
      named('grave', { status: 'recovering', severity: 'critical' }),
    ];

    expect(inOrder(alerts).map(({ alertId }) => alertId)).toEqual(['grave', 'mild', 'new', 'old']);
  });
});

describe('raisedBy', () => {
  it('keeps those that had fired by then', () => {
    const alerts = [exampleAlert(), exampleAlert({ firedAt: null })];

    expect(raisedBy(alerts, '2027-07-02T06:00:01Z')).toHaveLength(1);
    expect(raisedBy(alerts, '2027-07-02T06:00:00Z')).toHaveLength(0);
    expect(raisedBy(alerts, undefined)).toHaveLength(2);
  });
});
