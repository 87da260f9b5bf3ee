import { checkOptions, type EmitOptions, EmitOptionsError } from './emit-options.js';

const options: EmitOptions = {
  profile: 'laboratory',
  step: 1440,
  billed: true,
  sku: 'trace',
  batch: 1000,
};

describe('the options of emit', () => {
  it.each<Partial<EmitOptions>>([
    {},
    { days: 60, seed: 1, shuffle: true },
    { live: true, backFillFrom: '2027-01-01', state: 'x' },
    { trace: 'a.csv', columns: 'timestamp=a', shuffle: true },
  ])('go together: %j', (given) => {
    expect(() => {
      checkOptions({ ...options, ...given });
    }).not.toThrow();
  });

  it.each<Partial<EmitOptions>>([
    { trace: 'a.csv', live: true },
    { trace: 'a.csv', days: 1 },
    { live: true, days: 1 },
    { backFillFrom: '2027-01-01', shuffle: true },
    { columns: 'timestamp=a' },
    { state: 'x' },
  ])('exclude each other: %j', (given) => {
    expect(() => {
      checkOptions({ ...options, ...given });
    }).toThrow(EmitOptionsError);
  });
});
