import { attained } from '../../testing/attained.js';
import { contractOf, EXAMPLE_TERMS } from '../../testing/contracts.js';
import { usd } from '../../testing/usd.js';
import { capitalFigures } from './capital-figures.js';
import { effectivePrice } from './effective-price.js';

describe('W24 the discount that a shortfall leaves', () => {
  it('is 4.7619 % of 15 %', () => {
    const contract = contractOf({ minimum: '20000000000' }, { end: '2028-01-01' });
    const lines = [{ day: '2027-05-05', billed: '17850000000', list: '21000000000' }];
    const [period] = attained({ contract, lines }).periods;
    if (period === undefined) throw new Error('no period');
    expect(usd(period.netE18)).toBe('17850000000.00');
    expect(usd(period.shortfallE18)).toBe('2150000000.00');
    expect(usd(period.netE18 + period.shortfallE18)).toBe('20000000000.00');
    expect(effectivePrice(period)).toEqual({
      effectiveDiscount: '0.047619',
      priceMultiple: '1.120448',
    });
  });
});

describe('capital', () => {
  const contract = contractOf(EXAMPLE_TERMS, {
    capital: [
      { trancheId: 'investment', amount: '5000000000.00', receivedOn: '2027-01-15' },
      {
        trancheId: 'second',
        amount: '1000000000',
        releaseWhen: { countedAtLeast: '9000000000', by: '2028-12-31' },
      },
      { trancheId: 'third', amount: '1', expectedOn: '2029-01-01' },
    ],
  });
  const lines = [{ day: '2027-05-05', billed: '9000000000' }];
  const { term } = attained({ contract, lines });
  const promised = { termTotalE18: term.minimumE18, countedE18: term.countedE18 };

  it('100B for 5B is 20', () => {
    expect(capitalFigures(contract, promised, '2027-07-02')).toMatchObject({
      spendToCapital: '20.0000',
      drawnToCapital: '1.8000',
      tranches: [
        { trancheId: 'investment', state: 'RECEIVED' },
        { trancheId: 'second', state: 'RELEASABLE' },
        { trancheId: 'third', state: 'PLANNED' },
      ],
    });
  });

  it('is not there before it was received, nor releasable after its day', () => {
    expect(capitalFigures(contract, promised, '2027-01-14').spendToCapital).toBeNull();
    const late = capitalFigures(contract, promised, '2029-01-01');
    expect(late.tranches[1]?.state).toBe('PLANNED');
  });
});
