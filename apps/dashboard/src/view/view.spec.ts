import { atMoment, formatView, parseView, type View } from './view.js';

describe('the view in the URL', () => {
  it.each<[string, View]>([
    ['', { range: 'year' }],
    ['?commitment=aws-100b', { commitment: 'aws-100b', range: 'year' }],
    [
      '?commitment=aws-100b&asOf=2027-07-02T06:00:00Z&range=term',
      { commitment: 'aws-100b', asOf: '2027-07-02T06:00:00Z', range: 'term' },
    ],
  ])('%s is read and written back', (search, view) => {
    expect(parseView(search)).toEqual(view);
    expect(formatView(view)).toBe(search);
  });

  it('moves to another moment and back to now', () => {
    const view: View = { commitment: 'aws-100b', range: 'term' };
    const past = atMoment(view, '2027-07-02T06:00:00Z');

    expect(past).toEqual({ ...view, asOf: '2027-07-02T06:00:00Z' });
    expect(atMoment(past, undefined)).toEqual(view);
  });

  it('takes the default for what it does not understand', () => {
    expect(parseView('?asOf=yesterday&range=decade&commitment=')).toEqual({ range: 'year' });
  });
});
