import { ContractRefusedError } from '../contract/contract.errors.js';
import { generatePeriods } from '../periods/generate-periods.js';
import { type TermsInput } from '../terms/terms-input.js';
import { type ScheduledPeriod } from '../terms/terms.js';
import { checkAmount, checkDay, checkSpan } from './check-values.js';

interface Term {
  readonly start: string;
  readonly end: string;
}

/** @throws ContractRefusedError `schedule-*`, `minimum-*`, `milestones-decrease`, `day-invalid` */
export function checkSchedule(terms: TermsInput, term: Term, pointer: string): void {
  const { schedule, minimum, every, periods, anchorDate } = terms;
  if ((schedule === undefined) === (minimum === undefined))
    ambiguous('give a minimum or a schedule');
  if (schedule === undefined) checkGenerator(terms, term, pointer);
  else if (every !== undefined || periods !== undefined || anchorDate !== undefined) {
    ambiguous('a schedule takes no generator');
  } else checkRows(schedule, term, pointer);
  if (terms.kind === 'CUMULATIVE') checkMilestones(terms, pointer);

  function ambiguous(detail: string): never {
    throw new ContractRefusedError('schedule-ambiguous', `${pointer}/schedule`, detail);
  }
}

function checkGenerator(terms: TermsInput, term: Term, pointer: string): void {
  const { minimum = '0', every = 'YEAR', anchorDate = term.start } = terms;
  checkDay(anchorDate, `${pointer}/anchorDate`);
  const amounts = typeof minimum === 'string' ? [minimum] : minimum;
  amounts.forEach((amount, index) => {
    checkAmount(amount, `${pointer}/minimum${typeof minimum === 'string' ? '' : `/${index}`}`);
  });
  const generated = generatePeriods({ every, anchorDate, schedule: undefined }, term);
  const full = generated.filter(({ start, end, uncutDays }) => end - start === uncutDays).length;
  if (full < generated.length && terms.stub !== 'PRORATE_ACTUAL') {
    uncovered('anchorDate', `periods of ${every} from ${anchorDate} leave a stub`);
  }
  if (terms.periods !== undefined && terms.periods !== full) {
    uncovered('periods', `the term holds ${full} full periods, not ${terms.periods}`);
  }
  if (typeof minimum !== 'string' && minimum.length !== Math.max(1, full)) {
    const detail = `${minimum.length} minima for ${full} full periods`;
    throw new ContractRefusedError('minimum-count', `${pointer}/minimum`, detail);
  }

  function uncovered(clause: string, detail: string): never {
    throw new ContractRefusedError('schedule-does-not-cover-term', `${pointer}/${clause}`, detail);
  }
}

function checkRows(rows: readonly ScheduledPeriod[], term: Term, pointer: string): void {
  let reached = term.start;
  rows.forEach((row, index) => {
    const at = `${pointer}/schedule/${index}`;
    checkSpan(row, at);
    checkAmount(row.minimum, `${at}/minimum`);
    if (row.start !== reached) {
      const code =
        index === 0
          ? 'schedule-does-not-cover-term'
          : row.start < reached
            ? 'schedule-overlap'
            : 'schedule-gap';
      throw new ContractRefusedError(code, `${at}/start`, `expected ${reached}, not ${row.start}`);
    }
    reached = row.end;
  });
  if (reached === term.end) return;
  const detail = `the schedule ends on ${reached}, the term on ${term.end}`;
  throw new ContractRefusedError('schedule-does-not-cover-term', `${pointer}/schedule`, detail);
}

function checkMilestones({ schedule, minimum }: TermsInput, pointer: string): void {
  const texts = schedule?.map((row) => row.minimum) ?? minimum ?? [];
  const amounts = (typeof texts === 'string' ? [texts] : texts).map((text) =>
    checkAmount(text, pointer),
  );
  if (amounts.every((amount, i) => i === 0 || amount >= (amounts[i - 1] ?? 0n))) return;
  const clause = schedule === undefined ? 'minimum' : 'schedule';
  const detail = 'milestones of a running total never decrease';
  throw new ContractRefusedError('milestones-decrease', `${pointer}/${clause}`, detail);
}
