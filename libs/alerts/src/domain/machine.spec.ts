import { type AlertState, initialState } from './alert-state.js';
import { type Moment, type Reading, step } from './machine.js';

const key = { commitmentId: 'c', periodIndex: 1, ruleId: 'r', scope: 'commitment' };
const LEVELS = [
  { severity: 'medium', enter: 2, exit: 1 },
  { severity: 'high', enter: 5, exit: 3 },
] as const;

/** Readings of a ladder at a value: `for` 1, `keep` 3 units of the clock. */
const read = (value: number): Reading[] =>
  LEVELS.map(({ severity, enter, exit }) => ({
    severity,
    enters: value >= enter,
    exits: value <= exit,
    forUnits: 1,
    keepUnits: 3,
  }));

/** What happens when these values come one a day; `!` marks a decision, `~` stale data. */
function told(...values: readonly (number | [number, Partial<Moment>])[]): string[] {
  let state: AlertState = initialState(key, 1);
  return values.flatMap((given, clock) => {
    const [value, moment] = typeof given === 'number' ? [given, {}] : given;
    const made = step(state, read(value), { clock, decision: false, stale: false, ...moment });
    state = made.state;
    return made.changes.map(
      ({ type, state: after }) => `${clock} ${type.slice(5)} ${after.latched.at(-1) ?? '-'}`,
    );
  });
}

const stale = (value: number): [number, Partial<Moment>] => [value, { stale: true }];
const decision = (value: number): [number, Partial<Moment>] => [value, { decision: true }];

describe('the state machine', () => {
  it('waits until a level has held, and speaks for the highest only', () => {
    expect(told(2, 2, 2)).toEqual(['0 Pending -', '1 Fired medium']);
    expect(told(6, 6)).toEqual(['0 Pending -', '1 Fired high']);
  });

  it('takes a value on the line as in, on both sides', () => {
    expect(told(2, 2, 1, 1, 1, 1)).toEqual([
      '0 Pending -',
      '1 Fired medium',
      '2 Recovering medium',
      '5 Resolved -',
    ]);
  });

  it('restarts a timer when its condition fails once', () => {
    expect(told(2, 1.9, 2, 2)).toEqual([
      '0 Pending -',
      '1 PendingCleared -',
      '2 Pending -',
      '3 Fired medium',
    ]);
    expect(told(2, 2, 1, 1, 1.5, 1, 1, 1, 1)).toEqual([
      '0 Pending -',
      '1 Fired medium',
      '2 Recovering medium',
      '4 Refired medium',
      '5 Recovering medium',
      '8 Resolved -',
    ]);
  });

  it('gives each level its own timer', () => {
    expect(told(2, 6, 6)).toEqual(['0 Pending -', '1 Fired medium', '2 SeverityRaised high']);
  });

  it('stays where it is between enter and exit', () => {
    expect(told(2, 2, 1.5, 1.5, 4.9, 4.9)).toEqual(['0 Pending -', '1 Fired medium']);
  });

  it('lowers to the level that stays', () => {
    expect(told(6, 6, 3, 3, 3, 3)).toEqual([
      '0 Pending -',
      '1 Fired high',
      '5 SeverityLowered medium',
    ]);
  });

  it('resolves at once when all levels have left, without lowering first', () => {
    expect(told(6, 6, 0, 0, 0, 0)).toEqual([
      '0 Pending -',
      '1 Fired high',
      '2 Recovering high',
      '5 Resolved -',
    ]);
  });

  it('raises out of recovering', () => {
    expect(told(2, 2, 1, 6, 6)).toEqual([
      '0 Pending -',
      '1 Fired medium',
      '2 Recovering medium',
      '3 Refired medium',
      '4 SeverityRaised high',
    ]);
  });

  it('follows a decision at once', () => {
    expect(told(0, decision(6))).toEqual(['1 Fired high']);
    expect(told(6, 6, decision(0))).toEqual(['0 Pending -', '1 Fired high', '2 Resolved -']);
  });

  it('recovers in nothing while data is late, but may fire', () => {
    expect(told(2, 2, stale(0), stale(0), stale(0), stale(0), stale(0))).toEqual([
      '0 Pending -',
      '1 Fired medium',
    ]);
    expect(told(stale(6), stale(6))).toEqual(['0 Pending -', '1 Fired high']);
    // Time under stale data does not count: the timer starts when the data is there.
    expect(told(2, 2, stale(0), stale(0), stale(0), 0, 0, 0, 0)).toEqual([
      '0 Pending -',
      '1 Fired medium',
      '5 Recovering medium',
      '8 Resolved -',
    ]);
  });
});
