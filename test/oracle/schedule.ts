import { length, nameOf, numberOf, plusMonths, within } from './days.js';
import { cut, divide, type Fraction, fraction, read, sum } from './fraction.js';
import type { OracleAmendment, OracleCase } from './model.js';

export interface OraclePeriod {
  readonly index: number;
  readonly start: string;
  readonly end: string;
  /** The period's own minimum, amended and prorated. */
  readonly minimum: Fraction;
}

const MONTHS = { YEAR: 12, HALF_YEAR: 6, QUARTER: 3, MONTH: 1 } as const;

/** The commitment's periods in order, each with its minimum. */
export function periodsOf({ contract, terms, amendments }: OracleCase): OraclePeriod[] {
  const bare = terms.schedule
    ? terms.schedule.map((row, k) => ({
        index: k + 1,
        start: row.start,
        end: row.end,
        signed: read(row.minimum),
      }))
    : generated(contract, terms);
  return bare.map(({ index, start, end, signed }) => ({
    index,
    start,
    end,
    minimum: amended(bare, start, end, signed, amendments, terms.midPeriodAmendment ?? 'REPLACE'),
  }));
}

interface BarePeriod {
  readonly index: number;
  readonly start: string;
  readonly end: string;
  readonly signed: Fraction;
}

function generated(contract: OracleCase['contract'], terms: OracleCase['terms']): BarePeriod[] {
  const every = terms.every ?? 'YEAR';
  const anchor = terms.anchorDate ?? contract.start;
  const minimumOf = (k: number): Fraction =>
    typeof terms.minimum === 'string' ? read(terms.minimum) : read(terms.minimum?.[k] ?? '0');
  if (every === 'FULL') {
    return [{ index: 1, start: contract.start, end: contract.end, signed: minimumOf(0) }];
  }
  return Array.from({ length: terms.periods ?? 1 }, (_, k) => ({
    index: k + 1,
    start: plusMonths(anchor, k * MONTHS[every]),
    end: plusMonths(anchor, (k + 1) * MONTHS[every]),
    signed: minimumOf(k),
  }));
}

/** An amendment holds for all periods from the one that contains its day. */
function amended(
  periods: readonly BarePeriod[],
  start: string,
  end: string,
  signed: Fraction,
  amendments: readonly OracleAmendment[],
  mode: 'REPLACE' | 'PRORATE_DAILY',
): Fraction {
  const inForceOn = (day: string): Fraction => {
    let minimum = signed;
    // In the order of their effective days, those of one day in the order of recording.
    const sorted = [...amendments].sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
    for (const amendment of sorted) {
      const holder = periods.find((p) => within(amendment.effectiveFrom, p.start, p.end));
      const reaches = holder !== undefined && holder.start <= start;
      if (reaches && amendment.effectiveFrom <= day) minimum = read(amendment.minimum);
    }
    return minimum;
  };
  if (mode === 'REPLACE') return inForceOn(nameOf(numberOf(end) - 1));
  const days = Array.from({ length: length(start, end) }, (_, k) =>
    inForceOn(nameOf(numberOf(start) + k)),
  );
  return cut(divide(sum(days), fraction(BigInt(days.length))));
}
