import { formatMinor, formatScaled, SCALE } from '@app/money';
import { type Attainment } from '../attainment/attainment.js';
import { type PeriodFigures } from '../attainment/period-figures.js';
import { assertConservation } from './conservation.js';

/** Money of a statement: the minor digits of the currency, half-even; of a unit: all 18 decimals. */
type Rounded = string;

type AmountName = keyof PeriodFigures & `${string}E18`;
type FigureName = AmountName extends `${infer Name}E18` ? Name : never;

/** Figures of a closed period, rounded: the only place where money is. */
export interface PeriodStatement {
  readonly commitmentId: string;
  readonly currency: string;
  readonly termsVersion: number;
  readonly index: number;
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  readonly state: PeriodFigures['state'];
  /** Every figure of the period by its name. */
  readonly figures: Readonly<Record<FigureName, Rounded>>;
  readonly classes: readonly {
    readonly class: string;
    readonly raw: Rounded;
    readonly fraction: string;
    readonly cap: Rounded | null;
    readonly counted: Rounded;
  }[];
  readonly notCounted: readonly {
    readonly class: string;
    readonly reason: string;
    readonly amount: Rounded;
  }[];
}

/**
 * Statement of one period of an attainment.
 *
 * @throws ConservationBrokenError when the figures do not account for all converted money
 */
export function periodStatement(attainment: Attainment, index: number): PeriodStatement {
  const period = attainment.periods.find((each) => each.index === index);
  if (period === undefined) throw new Error(`there is no period ${index}`);
  assertConservation(period);
  const { commitmentId, currency, termsVersion, category } = attainment;
  const round = (amountE18: bigint): Rounded =>
    category === 'USAGE' ? formatScaled(amountE18, SCALE) : formatMinor(amountE18, currency);
  return {
    commitmentId,
    currency,
    termsVersion,
    index,
    start: period.start,
    end: period.end,
    state: period.state,
    figures: roundedFigures(period, round),
    classes: period.classes.map((row) => ({
      class: row.class,
      raw: round(row.rawE18),
      fraction: row.fraction,
      cap: row.capE18 === null ? null : round(row.capE18),
      counted: round(row.countedE18),
    })),
    notCounted: period.notCounted.map(({ class: name, reason, amountE18 }) => ({
      class: name,
      reason,
      amount: round(amountE18),
    })),
  };
}

function roundedFigures(
  period: PeriodFigures,
  round: (amountE18: bigint) => Rounded,
): Readonly<Record<FigureName, Rounded>> {
  const amounts = Object.entries(period).filter(
    (entry): entry is [AmountName, bigint] => typeof entry[1] === 'bigint',
  );
  return Object.fromEntries(
    amounts.map(([name, amount]) => [name.slice(0, -'E18'.length), round(amount)]),
  ) as Record<FigureName, Rounded>;
}
