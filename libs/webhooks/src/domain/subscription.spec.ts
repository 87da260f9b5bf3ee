import { isSubscribed, type Subscription } from './index.js';

const all: Subscription = { types: ['commitment.*'], commitments: ['*'], minSeverity: 'medium' };
const message = {
  type: 'commitment.alert.firing',
  severity: 'high',
  commitmentId: 'aws-100b',
} as const;

describe('a subscription', () => {
  it('takes types and commitments by globs', () => {
    expect(isSubscribed(all, message)).toBe(true);
    expect(isSubscribed({ ...all, types: ['commitment.alert.firing'] }, message)).toBe(true);
    expect(isSubscribed({ ...all, types: ['data.*', 'ledger.*'] }, message)).toBe(false);
    expect(isSubscribed({ ...all, types: ['*'] }, message)).toBe(true);
    expect(isSubscribed({ ...all, commitments: ['aws-*'] }, message)).toBe(true);
    expect(isSubscribed({ ...all, commitments: ['gcp-*', 'aws-100'] }, message)).toBe(false);
  });

  it('judges alerts and data by severity, milestones not', () => {
    expect(isSubscribed(all, { ...message, severity: 'low' })).toBe(false);
    expect(isSubscribed(all, { ...message, severity: 'medium' })).toBe(true);
    const milestone = { ...message, type: 'commitment.milestone', severity: 'info' } as const;
    expect(isSubscribed(all, milestone)).toBe(true);
    const stale = { type: 'data.stale', severity: 'low', commitmentId: null } as const;
    expect(isSubscribed({ ...all, types: ['*'] }, stale)).toBe(false);
  });

  it('that names commitments is told of the ledger itself all the same', () => {
    const stale = { type: 'data.stale', severity: 'high', commitmentId: null } as const;
    expect(isSubscribed({ ...all, types: ['data.*'], commitments: ['aws-*'] }, stale)).toBe(true);
  });
});
