import { ConfigError } from '@app/platform';
import { CrashPoints } from './crash-points.js';

describe('crash points', () => {
  it('are refused in production', () => {
    expect(() => new CrashPoints('after_append:1', 'production')).toThrow(ConfigError);
  });

  it('kill at the n-th pass of their point only', () => {
    const kills: string[] = [];
    const points = new CrashPoints('after_append:2', 'test', () => kills.push('kill'));
    points.pass('before_append');
    points.pass('after_append');
    expect(kills).toEqual([]);
    points.pass('after_append');
    points.pass('after_append');
    expect(kills).toEqual(['kill']);
  });

  it('do nothing when none is set', () => {
    const kills: string[] = [];
    new CrashPoints(undefined, 'production', () => kills.push('kill')).pass('after_append');
    expect(kills).toEqual([]);
  });
});
