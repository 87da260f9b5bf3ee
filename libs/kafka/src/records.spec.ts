import { singleHeaders } from './records.js';

describe('headers of a record', () => {
  it('are single bytes a name; of repeated ones the last', () => {
    const headers = {
      ce_id: Buffer.from('é'),
      text: 'plain',
      twice: ['a', Buffer.from('b')],
      none: undefined,
    };
    expect(singleHeaders(headers)).toEqual({
      ce_id: Buffer.from('é'),
      text: Buffer.from('plain'),
      twice: Buffer.from('b'),
    });
  });

  it('are none when the record has none', () => {
    expect(singleHeaders(undefined)).toEqual({});
  });
});
