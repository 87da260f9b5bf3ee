import { formatDay } from '@app/calendar';
import { parseE18 } from '@app/money';
import { periodMinima } from '../periods/period-minimum.js';
import { termsAt, termsTimeline } from '../terms/terms-timeline.js';
import { type Contract } from './contract.state.js';
import { periodsOf } from './find-period.js';

/** Something that is allowed and worth a second look. */
export interface ContractWarning {
  readonly code: 'term-minimum-differs' | 'boundary-inside-month';
  /** RFC 6901 pointer into the contract. */
  readonly pointer: string;
  readonly detail: string;
}

/** What a person should look at after signing or amending. */
export function contractWarnings(contract: Contract): ContractWarning[] {
  return contract.commitments.flatMap((_, place) => [
    ...termMinimum(contract, place),
    ...boundaries(contract, place),
  ]);
}

/** PER_PERIOD minima that do not add up to the floor of the term. */
function termMinimum(contract: Contract, place: number): ContractWarning[] {
  const commitment = contract.commitments[place];
  if (commitment === undefined || commitment.terms.kind === 'CUMULATIVE') return [];
  const periods = periodsOf(contract, commitment);
  const timeline = termsTimeline(commitment, contract.start);
  const last = periods.at(-1);
  const floor = last && termsAt(timeline, last.end - 1).terms.termMinimum;
  if (floor === undefined) return [];
  const sum = periodMinima(
    commitment,
    periods,
    (period) => termsAt(timeline, period.end - 1).terms.midPeriodAmendment,
  ).reduce((total, minimum) => total + minimum, 0n);
  if (sum === parseE18(floor)) return [];
  const pointer = `/commitments/${place}/terms/termMinimum`;
  const detail = 'the minima of the periods do not add up to it';
  return [{ code: 'term-minimum-differs', pointer, detail }];
}

/** Months are recognised whole, so a boundary inside one splits nothing. */
function boundaries(contract: Contract, place: number): ContractWarning[] {
  const commitment = contract.commitments[place];
  if (commitment === undefined) return [];
  const { recognition } = commitment.terms;
  if (recognition !== 'BILLING_PERIOD' && recognition !== 'INVOICE_DATE') return [];
  const inside = periodsOf(contract, commitment)
    .flatMap(({ start, end }) => [formatDay(start), formatDay(end)])
    .find((day) => !day.endsWith('-01'));
  if (inside === undefined) return [];
  const pointer = `/commitments/${place}/terms`;
  const detail = `a period begins or ends on ${inside}, inside a month that counts whole`;
  return [{ code: 'boundary-inside-month', pointer, detail }];
}
