import { placeOf, SequenceState } from './sequence-state.js';

const SOURCE = 'exporter/a';

function counted(state: SequenceState, epoch: string, ...sequences: string[]): void {
  for (const sequence of sequences) {
    const { chunk, low } = placeOf(sequence);
    state.count(state.chunkOf(SOURCE, epoch, chunk), low);
  }
}

function verdict(state: SequenceState, epoch: string, sequence: string): string {
  const { chunk, low } = placeOf(sequence);
  return state.verdict(state.chunkOf(SOURCE, epoch, chunk), low);
}

describe('place of a sequence number', () => {
  it.each([
    ['0', 0, 0],
    ['1048575', 0, 1_048_575],
    ['1048576', 1, 0],
    ['999999999999999', 953_674_316, 425_983],
    ['18446744073709551615', 2 ** 44 - 1, 1_048_575],
  ])('%s', (sequence, chunk, low) => {
    expect(placeOf(sequence)).toEqual({ chunk, low });
  });
});

describe('sequence state', () => {
  it('knows a number again in its own epoch only', () => {
    const state = new SequenceState();
    counted(state, '1', '7');
    expect([verdict(state, '1', '7'), verdict(state, '2', '7')]).toEqual(['seen', 'new']);
  });

  it('has an open gap until the missing number comes', () => {
    const state = new SequenceState();
    counted(state, '1', '0', '2');
    const before = state.openGap(SOURCE);
    counted(state, '1', '1');
    expect([before, state.openGap(SOURCE)]).toEqual([true, false]);
  });

  it('misses the numbers before the first', () => {
    const state = new SequenceState();
    counted(state, '1', '5');
    expect(state.openGap(SOURCE)).toBe(true);
  });

  it('lets a quarantined number arrive without counting it', () => {
    const state = new SequenceState();
    counted(state, '1', '0', '2');
    state.excuse(SOURCE, '1', placeOf('1'));
    expect([state.openGap(SOURCE), verdict(state, '1', '1')]).toEqual([false, 'new']);
    // Its repaired event is counted later and arrives once.
    counted(state, '1', '1', '3');
    expect(state.openGap(SOURCE)).toBe(false);
  });

  it('is open while any epoch misses a number', () => {
    const state = new SequenceState();
    counted(state, '1', '0', '1');
    counted(state, '2', '1');
    expect(state.openGap(SOURCE)).toBe(true);
  });

  it('takes over stored rows', () => {
    const state = new SequenceState();
    state.load(SOURCE, '1', 0, '{[0,1048576)}');
    state.load(SOURCE, '1', 1, '{[0,3)}');
    expect(state.openGap(SOURCE)).toBe(false);
    expect([verdict(state, '1', '1048578'), verdict(state, '1', '1048579')]).toEqual([
      'seen',
      'new',
    ]);
  });

  it('refuses a chunk that is no counter', () => {
    const state = new SequenceState();
    for (let n = 0; n < 65_536; n += 1) counted(state, '1', String(n * 2));
    expect(verdict(state, '1', '200001')).toBe('fragmented');
  });
});
