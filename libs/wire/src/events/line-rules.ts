import { addMonths, dayNumber, formatDay } from '@app/calendar';
import { type z } from 'zod';
import { compareInstants, floorDay, type Instant9, midnight, parseInstant } from './instant.js';
import { LIMITS } from './limits.js';
import { type ReasonCode } from './reason-codes.js';

const COSTS = ['billedCost', 'listCost', 'contractedCost', 'effectiveCost'] as const;

type Cost = (typeof COSTS)[number];

/** What the rules between fields look at; instants are canonical. */
export type LineFacts = Readonly<
  { chargePeriodStart: string } & Partial<
    Record<
      Cost | 'chargePeriodEnd' | 'consumedQuantity' | 'consumedUnit' | 'billingCurrency',
      string | undefined
    >
  >
>;

/** The rules between fields in JSON Schema's words, as far as it has any. */
export const LINE_RULES = {
  anyOf: ['consumedQuantity', ...COSTS].map((field) => ({ required: [field] })),
  dependentRequired: {
    consumedQuantity: ['consumedUnit'],
    consumedUnit: ['consumedQuantity'],
    ...Object.fromEntries(COSTS.map((cost) => [cost, ['billingCurrency']])),
  },
};

/** The first broken rule between fields: its code and the field to point at. */
export function lineFault(line: LineFacts): [ReasonCode, keyof LineFacts | undefined] | undefined {
  const reportsCost = COSTS.some((cost) => line[cost] !== undefined);
  const metered = line.consumedQuantity !== undefined;
  if (line.consumedUnit !== undefined && !metered) return ['quantity-missing', 'consumedQuantity'];
  if (!metered && !reportsCost) return ['no-quantity-and-no-cost', undefined];
  if (metered && line.consumedUnit === undefined) return ['unit-missing', 'consumedUnit'];
  if (reportsCost && line.billingCurrency === undefined) {
    return ['currency-missing', 'billingCurrency'];
  }
  return periodFault(line);
}

function periodFault(line: LineFacts): [ReasonCode, keyof LineFacts] | undefined {
  if (line.chargePeriodEnd === undefined) return undefined;
  const [start, end] = [parseInstant(line.chargePeriodStart), parseInstant(line.chargePeriodEnd)];
  if (start === undefined || end === undefined) return ['instant-invalid', 'chargePeriodEnd'];
  if (compareInstants(end, start) <= 0) return ['period-reversed', 'chargePeriodEnd'];
  return compareInstants(end, latestEnd(start)) > 0
    ? ['period-too-long', 'chargePeriodEnd']
    : undefined;
}

function latestEnd(start: Instant9): Instant9 {
  const day = floorDay(start);
  const last = dayNumber(addMonths(formatDay(day), 12 * LIMITS.chargePeriodYears));
  const clock = start.seconds - midnight(day).seconds;
  return { seconds: midnight(last).seconds + clock, nanos: start.nanos };
}

/** Zod refinement of the same rules. */
export function checkLine(line: LineFacts, context: z.RefinementCtx): void {
  const found = lineFault(line);
  if (found === undefined) return;
  const [code, field] = found;
  context.addIssue({ code: 'custom', message: code, path: field === undefined ? [] : [field] });
}
