import { counter, gauge, histogram } from '@app/platform';

/** 1 while this process holds the lease. */
export const leaseHeld = gauge('lease_held', '1 while this process holds the lease', ['lease']);

export const readModelLag = gauge(
  'read_model_lag_seconds',
  'From the newest recorded fact to the moment it stood in the read model',
  ['model'],
);

export const foldDuration = histogram(
  'monitor_flush_duration_seconds',
  'Fold, evaluation and commit of one flush',
  [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
);

export const watermarkTime = gauge(
  'watermark_timestamp_seconds',
  'Exclusive end of the complete usage days of a commitment, as unix time',
  ['commitment'],
);

export const sourcesSilent = gauge(
  'sources_silent',
  'Sources that should have reported by now and did not',
);

export const suspenseLines = gauge(
  'suspense_lines',
  'Lines accepted and worth nothing yet: unpriced or without the basis amount',
);

export const dataIncomplete = gauge(
  'periods_data_incomplete',
  'Periods that should be closed by now and wait for their usage (finding data-incomplete)',
);

export const statementsIssued = counter(
  'statements_issued_total',
  'Statements that this monitor has issued',
);
