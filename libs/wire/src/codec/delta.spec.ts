import fc from 'fast-check';
import { CodecError } from './codec.errors.js';
import { decodeDelta } from './decode-delta.js';
import { type DeltaLine, type DeltaSource } from './delta-content.js';
import { deltaPayload, encodeDelta } from './encode-delta.js';

const E18 = 10n ** 18n;
const sum = fc.option(
  fc.oneof(
    fc.bigInt(-(10n ** 42n), 10n ** 42n),
    fc.bigInt(-100n, 100n).map((n) => n * E18),
  ),
);
const line: fc.Arbitrary<DeltaLine> = fc.record({
  seriesNo: fc.nat(1e6),
  startDay: fc.integer({ min: 10_957, max: 21_000 }),
  endDay: fc.integer({ min: 21_001, max: 22_000 }),
  events: fc.integer({ min: 1, max: 50_000 }),
  sums: fc.tuple(sum, sum, sum, sum, sum),
});
const source: fc.Arbitrary<DeltaSource> = fc.record({
  sourceNo: fc.nat(1000),
  events: fc.nat(50_000),
  maxChargeEnd: fc.option(fc.integer({ min: 10_957, max: 22_000 })),
  openGap: fc.boolean(),
});
const key = ({ seriesNo, startDay, endDay }: DeltaLine): string =>
  `${seriesNo} ${startDay} ${endDay}`;
const lines = fc.uniqueArray(line, { selector: key, maxLength: 30 });
const sources = fc.uniqueArray(source, { selector: ({ sourceNo }) => sourceNo, maxLength: 10 });

describe('delta body, format 1', () => {
  it('gives back its lines by series, start and end, and its sources by number', () => {
    fc.assert(
      fc.property(lines, sources, (given, trailer) => {
        const decoded = decodeDelta(encodeDelta(given, trailer));
        expect(decoded.lines).toHaveLength(given.length);
        expect(new Map(decoded.lines.map((each) => [key(each), each]))).toEqual(
          new Map(given.map((each) => [key(each), each])),
        );
        const order = decoded.lines.map(
          ({ seriesNo, startDay, endDay }) => (seriesNo * 1e5 + startDay) * 1e5 + endDay,
        );
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(decoded.sources).toEqual(trailer.toSorted((a, b) => a.sourceNo - b.sourceNo));
      }),
    );
  });

  it('does not depend on the order it is given', () => {
    fc.assert(
      fc.property(lines, sources, (given, trailer) => {
        expect(deltaPayload(given.toReversed(), trailer.toReversed())).toEqual(
          deltaPayload(given, trailer),
        );
      }),
    );
  });

  it('is made of these bytes', () => {
    const given: DeltaLine[] = [
      {
        seriesNo: 4,
        startDay: 100,
        endDay: 101,
        events: 2,
        sums: [5n * E18, null, null, null, null],
      },
      {
        seriesNo: 4,
        startDay: 101,
        endDay: 102,
        events: 1,
        sums: [E18 / 4n, -E18, null, null, null],
      },
    ];
    // 2 lines, 7 columns; series steps 4 and 0; (day step, length) 100 and 1 in two runs; events 2 and 1;
    // masks 1 and 3; quantities 5 (scale 0) and 25 (scale 2); billed -1; source 3: 2 events, flags 3, day 102.
    expect(
      deltaPayload(given, [{ sourceNo: 3, events: 3, maxChargeEnd: 102, openGap: true }]).toString(
        'hex',
      ),
    ).toBe(
      '02' +
        '07' +
        '0104' +
        '0207' +
        '0304' +
        '0404' +
        '0506' +
        '0603' +
        '0a05' +
        '01040100' +
        '01c80101010201' +
        '01020101' +
        '01010103' +
        '010001020a32' +
        '010003' +
        '030303cc01',
    );
  });

  it('is refused for another format or when it is cut', () => {
    const body = Buffer.concat([
      Buffer.from([1, 0]),
      deltaPayload([], [{ sourceNo: 1, events: 1, maxChargeEnd: 5, openGap: false }]),
    ]);
    expect(decodeDelta(body).sources).toHaveLength(1);
    expect(() => decodeDelta(Buffer.concat([Buffer.from([2]), body.subarray(1)]))).toThrow(
      new CodecError('format 2 is not 1'),
    );
    expect(() => decodeDelta(body.subarray(0, -1))).toThrow(CodecError);
  });
});
