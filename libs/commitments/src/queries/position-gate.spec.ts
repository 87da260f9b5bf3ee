import { parsePosition } from '@app/wire';
import { hasReached } from './position-gate.js';

const head = {
  shards: new Map([
    [0, 7n],
    [2, 3n],
  ]),
  offsets: new Map([[0, 120n]]),
  contractPosition: 5n,
  asOf: null,
};

describe('position reached', () => {
  it.each([
    ['0:7', true],
    ['0:8', false],
    ['0:7,2:3', true],
    ['0:1,2:4', false],
    ['1:1', false],
    ['-1:5', true],
    ['-1:6', false],
    ['@0:120', true],
    ['@0:121', false],
    ['@3:1', false],
    ['-1:5,0:7,@0:120', true],
  ])('%s: %s', (token, expected) => {
    expect(hasReached(head, parsePosition(token))).toBe(expected);
  });
});
