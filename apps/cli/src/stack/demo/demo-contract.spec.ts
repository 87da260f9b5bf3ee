import { SignContractBody } from '@app/wire';

import { demoContract } from './demo-contract.js';

describe('demo contract', () => {
  const body = SignContractBody.parse(demoContract('2026-11-24'));

  it('runs five years from the first of January', () => {
    expect([body.start, body.end]).toEqual(['2026-01-01', '2031-01-01']);
  });

  it('promises 20 billion in each of them', () => {
    expect(body.commitments[0]?.terms).toMatchObject({
      anchorDate: '2026-01-01',
      periods: 5,
      minimum: '20000000000.00',
    });
  });
});
