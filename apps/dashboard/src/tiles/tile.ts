import { parseE18 } from '@app/money';

import { compactParts, exact } from '../format/figure.js';
import { type Phrase } from '../format/phrase.js';

export type Tone = 'neutral' | 'good' | 'watch' | 'bad';

/** One headline figure with what it means. */
export interface Tile {
  /** Stable name of the figure, also for tests: `attained`. */
  readonly key: string;
  readonly label: string;
  readonly digits: string;
  readonly unit: string;
  /** For the title; absent where the figure is not rounded. */
  readonly exact?: string;
  readonly note: readonly Phrase[];
  readonly tone: Tone;
  readonly gauge?: Gauge;
}

/** A thin bar, in thousandths of its length. */
export interface Gauge {
  readonly filled: number;
  readonly mark?: number;
}

/** Digits, unit and exact text of an amount. */
export function amountFigure(
  amount: string,
  currency: string,
): Pick<Tile, 'digits' | 'unit' | 'exact'> {
  const { digits, unit } = compactParts(parseE18(amount));
  return { digits, unit: `${unit} ${currency}`.trim(), exact: exact(amount, currency) };
}

/** `part ÷ whole` in thousandths between 0 and 1000. */
export function thousandths(part: string, whole: string): number {
  const wholeE18 = parseE18(whole);
  if (wholeE18 <= 0n) return 0;
  const share = (parseE18(part) * 1000n) / wholeE18;
  return Math.max(0, Math.min(1000, Number(share)));
}

/** A tile without a figure, with the reason. */
export function dash(key: string, label: string, reason: string): Tile {
  return { key, label, digits: '–', unit: '', note: [reason], tone: 'neutral' };
}
