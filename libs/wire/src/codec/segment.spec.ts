import fc from 'fast-check';
import { canonicalEvent } from '../events/canonical.js';
import { usageEvent } from '../testing/usage-event.arbitrary.js';
import { decodeSegment } from './decode-segment.js';
import { encodeSegment } from './encode-segment.js';
import { contentOf } from '../testing/segment-content.js';

describe('segment body, format 1', () => {
  it('gives back the canonical form of every event', () => {
    fc.assert(
      fc.property(fc.array(usageEvent, { maxLength: 40 }), (events) => {
        const { content, dictionaries } = contentOf(events);
        const { body, rawBytes } = encodeSegment(content, dictionaries);
        const decoded = decodeSegment(body, dictionaries, rawBytes);
        expect(decoded.events.map(({ event }) => canonicalEvent(event))).toEqual(
          events.map(canonicalEvent),
        );
        expect(decoded.messages).toEqual(content.messages);
      }),
      { numRuns: 300 },
    );
  });
});
