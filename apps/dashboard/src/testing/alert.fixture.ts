import { type Alert } from '../api/answers.js';

/** A shortfall of high severity that fires. */
export function exampleAlert(changes: Partial<Alert> = {}): Alert {
  return {
    alertId: 'alr_1P8W9QHPYPS599G8NRCBJDHQGB',
    ruleId: 'rul_3NJRB0VXR795VN083RY1C9CBEZ',
    kind: 'projected-shortfall',
    scope: 'commitment',
    commitmentId: 'aws-100b',
    contractId: 'aws-2027',
    currency: 'USD',
    periodIndex: 1,
    episode: 1,
    revision: 1,
    status: 'firing',
    severity: 'high',
    previousSeverity: null,
    cause: 'usage',
    evaluation: 'current',
    since: '2027-07-01',
    firedAt: '2027-07-02T06:00:00.120Z',
    resolvedAt: null,
    updatedAt: '2027-07-02T06:00:00.120Z',
    acknowledged: null,
    undeliverable: false,
    summary: '2027 minimum at risk',
    values: {},
    evidence: {},
    ...changes,
  };
}
