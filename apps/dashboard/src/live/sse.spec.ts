import fc from 'fast-check';

import { ServerEventReader } from './sse.js';

const STREAM =
  ': heartbeat\n\nid: 0:12\nevent: position\ndata: {"a":1}\n\nretry: 2000\ndata: one\ndata: two\r\n\r\n';
const EVENTS = [
  { id: '0:12', event: 'position', data: '{"a":1}' },
  { id: '0:12', event: 'message', data: 'one\ntwo' },
];

describe('ServerEventReader', () => {
  it('reads events, keeps the last id, skips comments', () => {
    expect(new ServerEventReader().push(STREAM)).toEqual(EVENTS);
  });

  it('reads the same wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(STREAM.length), { maxLength: 6 }), (cuts) => {
        const bounds = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
        const reader = new ServerEventReader();
        const seen = bounds
          .slice(1)
          .flatMap((end, index) => reader.push(STREAM.slice(bounds[index], end)));
        expect(seen).toEqual(EVENTS);
      }),
    );
  });

  it('holds an unfinished event back', () => {
    const reader = new ServerEventReader();

    expect(reader.push('data: half\n')).toEqual([]);
    expect(reader.push('\n')).toEqual([{ event: 'message', data: 'half' }]);
  });
});
