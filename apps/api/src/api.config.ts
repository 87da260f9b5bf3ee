import { z } from 'zod';

const wholeNumber = (fallback: number, max: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number().int().min(0).max(max).default(fallback);

/** Environment of the role `api`. */
export const ApiConfig = z.object({
  DATABASE_URL: z.string().min(1),
  KAFKA_BROKERS: z.string().min(1),
  USAGE_TOPIC: z.string().min(1).default('ledger.usage.v1'),
  ROLE_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: wholeNumber(8080, 65_535),
  /** Registered as an admin's key at start, unless its id is known. */
  BOOTSTRAP_ADMIN_KEY: z.string().optional(),
  /** Keys that secrets at rest are sealed with: `k1:<base64 of 32 bytes>,…`, the newest first. */
  KEYRING: z.string().min(1),
  /** `true` or `1`: endpoints may be plain http, for development. */
  WEBHOOK_ALLOW_HTTP: z
    .enum(['true', 'false', '1', '0'])
    .default('false')
    .transform((text) => text === 'true' || text === '1'),
  WEBHOOK_ALLOW_PRIVATE_CIDRS: z.string().default(''),
  /** Between turning unready and closing, for load balancers to notice. */
  DRAIN_MS: wholeNumber(10_000, 20_000),
  DASHBOARD_ROOT: z.string().default('dist/apps/dashboard'),
  /** Per key and replica; 0: unlimited. */
  RATE_QUERIES_PER_SECOND: wholeNumber(100, 1_000_000),
  RATE_COMMANDS_PER_SECOND: wholeNumber(20, 1_000_000),
  RATE_EVENT_POSTS_PER_SECOND: wholeNumber(100, 1_000_000),
  MAX_IN_FLIGHT: wholeNumber(200, 100_000),
  NODE_ENV: z.string().default('development'),
});
export type ApiConfig = z.infer<typeof ApiConfig>;
