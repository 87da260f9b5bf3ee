import { plain } from '../format/phrase.js';
import { examplePace, examplePeriod, examplePosition } from '../testing/position.fixture.js';
import { STATUS_WORDS, statusSentence } from './status-sentence.js';

describe('statusSentence', () => {
  it('says what is expected, needed, achieved and the latest start', () => {
    const position = examplePosition();

    expect(`${STATUS_WORDS[position.status]}: ${plain(statusSentence(position))}`).toBe(
      'At risk: 18.5 of 20.0 billion expected by 31 December 2027; ' +
        '60.1 million a day needed, 52.0 achieved; latest start 8 November',
    );
  });

  it('carries the exact figure behind each rounded one', () => {
    expect(
      statusSentence(examplePosition()).filter((phrase) => typeof phrase !== 'string'),
    ).toEqual([
      { text: '18.5', exact: '18,516,000,000 USD' },
      { text: '20.0', exact: '20,000,000,000 USD' },
      { text: '60.1', exact: '60,109,289.62 USD' },
      { text: '52.0', exact: '52,000,000 USD' },
    ]);
  });

  it('carries the run rate on where there is no forecast', () => {
    const pace = examplePace({ projected: '21500000000' });

    expect(
      plain(statusSentence(examplePosition({ forecast: null, pace, status: 'ON_TRACK' }))),
    ).toBe(
      '21.5 of 20.0 billion expected by 31 December 2027; 60.1 million a day needed, 52.0 achieved',
    );
  });

  it('says so when nothing more is needed', () => {
    const pace = examplePace({ requiredPerDay: '0' });

    expect(plain(statusSentence(examplePosition({ forecast: null, pace, status: 'WATCH' })))).toBe(
      '18.5 of 20.0 billion expected by 31 December 2027; nothing more is needed',
    );
  });

  it('tells what was counted of a requirement that is met, and the excess', () => {
    const periods = [examplePeriod(1, { counted: '20400000000', gap: '0', excess: '400000000' })];

    expect(plain(statusSentence(examplePosition({ status: 'MET', periods })))).toBe(
      '20.4 of 20.0 billion counted by 31 December 2027; 400.0 million above the requirement',
    );
  });

  it('tells what is payable for a year that is missed', () => {
    const periods = [
      examplePeriod(1, {
        state: 'SHORTFALL_ASSESSED',
        counted: '18200000000',
        shortfall: '1800000000',
      }),
    ];

    expect(
      plain(
        statusSentence(examplePosition({ status: 'MISSED', periods, pace: null, forecast: null })),
      ),
    ).toBe('18.2 of 20.0 billion counted by 31 December 2027; 1.8 billion payable');
  });

  it('waits for the first complete day', () => {
    expect(plain(statusSentence(examplePosition({ pace: null, forecast: null })))).toBe(
      '9.0 of 20.0 billion counted by 31 December 2027; no usage day is complete yet',
    );
  });

  it.each([
    ['PLANNED', '; the year begins on 1 January 2027'],
    ['ENDED', '; the year is over and waits to be settled'],
  ] as const)('says what a period waits for that is %s', (state, words) => {
    const position = examplePosition({
      pace: null,
      forecast: null,
      periods: [examplePeriod(1, { state })],
    });

    expect(plain(statusSentence(position))).toBe(
      `9.0 of 20.0 billion counted by 31 December 2027${words}`,
    );
  });

  it('reads small commitments without a magnitude', () => {
    const periods = [examplePeriod(1, { requirement: '100', counted: '57.868362' })];

    expect(plain(statusSentence(examplePosition({ pace: null, forecast: null, periods })))).toBe(
      '57.9 of 100.0 counted by 31 December 2027; no usage day is complete yet',
    );
  });
});
