import { z } from 'zod';

const wholeNumber = (fallback: number, max: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number().int().min(0).max(max).default(fallback);

/** Environment of the role `monitor`. */
export const MonitorConfig = z.object({
  DATABASE_URL: z.string().min(1),
  ROLE_HOST: z.string().min(1).default('127.0.0.1'),
  /** Health and metrics; 0 picks a free port. */
  OPS_PORT: wholeNumber(9402, 65_535),
  /** Lease of the active monitor; a stand-by takes over when it runs out. */
  MONITOR_LEASE_MS: wholeNumber(10_000, 600_000),
  /** Between turning unready and closing. */
  DRAIN_MS: wholeNumber(10_000, 20_000),
  /** Where clients reach the API; for the links of messages. */
  PUBLIC_URL: z.url().optional(),
});
export type MonitorConfig = z.infer<typeof MonitorConfig>;
