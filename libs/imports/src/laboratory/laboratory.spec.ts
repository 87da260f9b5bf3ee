import fc from 'fast-check';
import { parseE18, formatE18 } from '@app/money';
import { decodeRecord } from '@app/wire';
import { packRecords } from '../exporter/exporter-record.js';
import { laboratoryEvents } from './laboratory-events.js';
import { type Laboratory, laboratoryLines } from './laboratory.js';
import { laboratoryPrices } from './prices.js';
import { completeDays, windowsBetween } from './windows.js';

const DAY = 86_400_000;
const NEW_YEAR = Date.UTC(2026, 0, 1);
const LAB: Laboratory = {
  seed: 1,
  anchorDay: NEW_YEAR / DAY,
  account: '100000000001',
  billed: true,
};

/** Quantity by sku over the windows. */
function sums(
  windows: readonly { start: number; end: number }[],
  laboratory = LAB,
): Record<string, bigint> {
  const total: Record<string, bigint> = {};
  for (const { start, end } of windows) {
    for (const { skuId = 'billed', consumedQuantity = '0' } of laboratoryLines(
      laboratory,
      start,
      end,
    )) {
      total[skuId] = (total[skuId] ?? 0n) + BigInt(consumedQuantity);
    }
  }
  return total;
}

describe('the laboratory', () => {
  it('uses the same wherever time is cut', () => {
    const span = { start: NEW_YEAR + 17 * DAY + 12_345, end: NEW_YEAR + 20 * DAY + 54_321 };
    const whole = sums([span]);
    fc.assert(
      fc.property(fc.integer({ min: 1_800_000, max: 3 * DAY }), (stepMs) => {
        expect(sums(windowsBetween(span.start, span.end, stepMs))).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('is the same for a seed and another for another', () => {
    const day = [{ start: NEW_YEAR, end: NEW_YEAR + DAY }];
    expect(sums(day)).toEqual(sums(day));
    expect(sums(day, { ...LAB, seed: 2 })).not.toEqual(sums(day));
  });

  it('spends about 42 million a day at first and 44 % more a year later', () => {
    const perDay = (from: number): number => {
      const lines = windowsBetween(from, from + 28 * DAY, DAY).flatMap(({ start, end }) =>
        laboratoryLines({ ...LAB, billed: false }, start, end),
      );
      const price = new Map(laboratoryPrices().map((entry) => [entry.skuId, entry]));
      const spent = lines.reduce((sum, { skuId = '', consumedUnit, consumedQuantity = '' }) => {
        const entry = price.get(skuId);
        expect(entry?.unit).toBe(consumedUnit);
        return sum + (Number(consumedQuantity) * Number(entry?.unitPrice)) / Number(entry?.per);
      }, 0);
      return spent / 28 / 1e6;
    };
    const first = perDay(NEW_YEAR);
    expect(first).toBeGreaterThan(41);
    expect(first).toBeLessThan(44);
    expect(perDay(NEW_YEAR + 364 * DAY) / first).toBeCloseTo(1.001 ** 364, 1);
  });

  it('rests at the weekend where people are, not where machines train', () => {
    // 2026-01-04 is a Sunday, 2026-01-06 a Tuesday.
    const [sunday, tuesday] = [3, 5].map((day) =>
      sums([{ start: NEW_YEAR + day * DAY, end: NEW_YEAR + (day + 1) * DAY }]),
    );
    const ratio = (sku: string): number => Number(sunday?.[sku]) / Number(tuesday?.[sku]);
    const mean = (part: string): number => {
      const ratios = laboratoryPrices()
        .filter(({ skuId }) => skuId.includes(part))
        .map(({ skuId }) => ratio(skuId));
      return ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
    };
    expect(mean(':input:')).toBeLessThan(0.95);
    expect(mean('accelerator-hour')).toBeGreaterThan(0.95);
  });

  it('is billed marketplace each day, and support, tax and credits on the first of a month', () => {
    const billed = laboratoryLines(LAB, NEW_YEAR, NEW_YEAR + 32 * DAY).filter(
      ({ billedCost }) => billedCost !== undefined,
    );
    const count = (name: string): number =>
      billed.filter(({ serviceName }) => serviceName === name).length;
    expect([
      count('Vector search'),
      count('AWS Support (Enterprise)'),
      count('Tax'),
      count('Credits'),
    ]).toEqual([32, 2, 2, 2]);
    const total = billed.reduce((sum, { billedCost = '' }) => sum + parseE18(billedCost), 0n);
    expect(formatE18(total)).toBe('11370000.74');
  });

  it('sends events that the contract accepts, each id once', () => {
    const days = completeDays(NEW_YEAR + 60.5 * DAY, 60);
    const events = [
      ...laboratoryEvents(LAB, 'exporter/lab', windowsBetween(days.start, days.end, DAY)),
    ];
    const decoded = packRecords('exporter/lab', events, 1000).flatMap(({ value, headers }) =>
      decodeRecord(
        {
          key: null,
          value: Buffer.from(value),
          headers: { 'content-type': Buffer.from(headers['content-type']) },
        },
        { now: new Date(NEW_YEAR + 61 * DAY) },
      ),
    );
    expect(decoded.filter(({ ok }) => !ok)).toEqual([]);
    // To 1 March: 60 days x (26 meters + marketplace), and 3 monthly lines in each of 3 months.
    expect(decoded).toHaveLength(60 * 27 + 3 * 3);
    expect(new Set(events.map((event) => (JSON.parse(event) as { id: string }).id)).size).toBe(
      events.length,
    );
  });
});
