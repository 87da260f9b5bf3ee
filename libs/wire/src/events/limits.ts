/** Limits of the usage contract (docs/events); every one of them has a reason code. */
export const LIMITS = {
  /** Bytes of one Kafka record's value. */
  recordBytes: 1_048_576,
  /** Bytes of one event as sent; in binary form its attributes and its data together. */
  eventBytes: 65_536,
  batchEvents: 1_000,
  /** Levels of objects and arrays in one event, the event itself being the first. */
  nesting: 32,
  sourceCharacters: 256,
  idCharacters: 256,
  dimensionCharacters: 128,
  textCharacters: 2_048,
  tags: 32,
  tagKeyCharacters: 64,
  tagValueCharacters: 256,
  integerDigits: 20,
  fractionDigits: 18,
  secondFractionDigits: 9,
  /** Years from charge period start to charge period end. */
  chargePeriodYears: 3,
  /** How far after now usage may lie; purchases, credits and taxes are planned further ahead. */
  futureUsageHours: 48,
  futurePlannedDays: 400,
} as const;

/** Nothing in the contract lies before this day. */
export const EARLIEST_DAY = '2000-01-01';
/** Exclusive; keeps every instant below 2^53 microseconds. */
export const LATEST_DAY = '2200-01-01';
