import { alertIdOf, messageIdOf, ruleIdOf, streamOf } from './ids.js';

describe('ids', () => {
  // alerts-webhooks section 2: the vector, and the ids of its example message.
  const key = {
    commitmentId: 'aws-100b',
    periodIndex: 1,
    ruleId: ruleIdOf('aws-100b', 'shortfall-probability'),
    scope: 'commitment',
  };

  it('are those of the published vector', () => {
    const alertId = alertIdOf(key, 1);
    expect(key.ruleId).toBe('rul_3NJRB0VXR795VN083RY1C9CBEZ');
    expect(alertId).toBe('alr_1P8W9QHPYPS599G8NRCBJDHQGB');
    expect(messageIdOf(alertId, 1)).toBe('msg_ENP1EHFAZDBB62JEMB4HC435XZ');
  });

  it('differ between episodes and revisions, and name one stream for all of them', () => {
    expect(alertIdOf(key, 2)).not.toBe(alertIdOf(key, 1));
    expect(messageIdOf('alr_x', 2)).not.toBe(messageIdOf('alr_x', 1));
    expect(streamOf(key)).toMatch(/^alert-[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(streamOf({ ...key, scope: 'other' })).not.toBe(streamOf(key));
  });
});
