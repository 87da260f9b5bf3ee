import { isCurrency } from '@app/money';
import { canonicalDecimal, decimalFault } from './decimal.js';
import { wholeSeconds } from './fast-instant.js';
import { EARLIEST_DAY, LATEST_DAY, LIMITS } from './limits.js';
import { type UsageLine } from './usage-event.js';

const EARLIEST = wholeSeconds(`${EARLIEST_DAY}T00:00:00Z`);
const LATEST = wholeSeconds(`${LATEST_DAY}T00:00:00Z`);
/** Any three years are at least as long; a longer charge takes the slow path. */
const SURE_SECONDS = 3 * 365 * 86_400;

/** The canonical value of a field, or undefined: not surely valid. */
type Reader = (value: unknown) => string | object | undefined;

const textUpTo =
  (max: number): Reader =>
  (value) =>
    typeof value === 'string' && value.length > 0 && value.length <= max ? value : undefined;
const amount: Reader = (value) =>
  typeof value === 'string' && decimalFault(value) === undefined
    ? canonicalDecimal(value)
    : undefined;
const instant: Reader = (value) =>
  typeof value === 'string' && isInSpan(wholeSeconds(value)) ? value : undefined;
const oneOf =
  (...words: string[]): Reader =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? value : undefined;
const dimension = textUpTo(LIMITS.dimensionCharacters);

/** The common fields. A line with another one (or `__proto__`) takes the slow path. */
const READERS: ReadonlyMap<string, Reader> = new Map<keyof UsageLine, Reader>([
  ['chargePeriodStart', instant],
  ['chargePeriodEnd', instant],
  ['chargeCategory', oneOf('Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment')],
  ['lineType', dimension],
  ['billingEntity', dimension],
  ['serviceProviderName', dimension],
  ['hostProviderName', dimension],
  ['invoiceIssuerName', dimension],
  ['publisherName', dimension],
  ['billingAccountId', dimension],
  ['subAccountId', dimension],
  ['serviceName', dimension],
  ['serviceCategory', dimension],
  ['skuId', dimension],
  ['skuMeter', dimension],
  ['regionId', dimension],
  ['workload', oneOf('inference', 'training', 'other')],
  ['model', dimension],
  ['accelerator', dimension],
  ['consumedQuantity', amount],
  ['consumedUnit', dimension],
  ['billedCost', amount],
  ['listCost', amount],
  ['contractedCost', amount],
  ['effectiveCost', amount],
  [
    'billingCurrency',
    (value) => (typeof value === 'string' && isCurrency(value) ? value : undefined),
  ],
  ['invoiceId', dimension],
  ['resourceId', textUpTo(LIMITS.textCharacters)],
  ['tags', readTags],
]);

/** A line that is surely valid, canonical; undefined: ask the schema. Its texts are known to be sound. */
export function fastLine(input: unknown): UsageLine | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const line: Record<string, unknown> = { chargeCategory: 'Usage' };
  for (const name in input) {
    const value = READERS.get(name)?.((input as Record<string, unknown>)[name]);
    if (value === undefined) return undefined;
    line[name] = value;
  }
  return areSound(line) ? (line as unknown as UsageLine) : undefined;
}

function areSound(line: Partial<UsageLine>): boolean {
  const { chargePeriodStart, chargePeriodEnd, consumedQuantity, consumedUnit } = line;
  const reportsCost =
    line.billedCost !== undefined ||
    line.listCost !== undefined ||
    line.contractedCost !== undefined ||
    line.effectiveCost !== undefined;
  if (chargePeriodStart === undefined) return false;
  if ((consumedQuantity === undefined) !== (consumedUnit === undefined)) return false;
  if (consumedQuantity === undefined && !reportsCost) return false;
  if (reportsCost && line.billingCurrency === undefined) return false;
  if (chargePeriodEnd === undefined) return true;
  const seconds = wholeSeconds(chargePeriodEnd) - wholeSeconds(chargePeriodStart);
  return seconds > 0 && seconds <= SURE_SECONDS;
}

function isInSpan(seconds: number): boolean {
  return seconds >= EARLIEST && seconds < LATEST;
}

function readTags(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let count = 0;
  for (const key in value) {
    const tag = (value as Record<string, unknown>)[key];
    count += 1;
    const isSound =
      typeof tag === 'string' &&
      tag.length <= LIMITS.tagValueCharacters &&
      key.length > 0 &&
      key.length <= LIMITS.tagKeyCharacters &&
      key !== '__proto__' &&
      count <= LIMITS.tags;
    if (!isSound) return undefined;
  }
  return value;
}
