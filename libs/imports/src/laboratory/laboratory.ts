import { type OutgoingLine } from '../exporter/wire-event.js';
import { billedLines } from './billed-lines.js';
import { METERS, type Meter } from './meters.js';
import { INFERENCE_ACCOUNT, ISSUER, PROVIDER, TRAINING_ACCOUNT } from './names.js';
import { type LaboratorySeed, unitsBetween } from './volume.js';

const MS_PER_DAY = 86_400_000;

export interface Laboratory extends LaboratorySeed {
  /** Payer account. */
  readonly account: string;
  /** Also the lines that come with an amount: marketplace, support, tax, credits. */
  readonly billed: boolean;
}

/**
 * The usage lines of [start, end), milliseconds since 1970: one per meter, and the billed lines of
 * each day that ends in it. The same laboratory gives the same lines for ever.
 */
export function laboratoryLines(
  laboratory: Laboratory,
  start: number,
  end: number,
): OutgoingLine[] {
  const lines = METERS.flatMap((meter, no) => {
    const units = unitsBetween(meter, no, laboratory, start, end);
    return units === 0n ? [] : [meteredLine(meter, units, laboratory.account, start, end)];
  });
  if (!laboratory.billed) return lines;
  const [first, last] = [Math.floor(start / MS_PER_DAY), Math.floor(end / MS_PER_DAY)];
  for (let day = first; day < last; day += 1) lines.push(...billedLines(day, laboratory.account));
  return lines;
}

function meteredLine(
  meter: Meter,
  units: bigint,
  account: string,
  start: number,
  end: number,
): OutgoingLine {
  const isTraining = meter.line.workload === 'training';
  return {
    chargePeriodStart: instant(start),
    chargePeriodEnd: instant(end),
    serviceProviderName: PROVIDER,
    invoiceIssuerName: ISSUER,
    billingAccountId: account,
    subAccountId: isTraining ? TRAINING_ACCOUNT : INFERENCE_ACCOUNT,
    skuId: meter.skuId,
    ...meter.line,
    consumedQuantity: units.toString(),
    consumedUnit: meter.unit,
  };
}

function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.000Z$/, 'Z');
}
