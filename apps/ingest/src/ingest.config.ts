import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

/** Environment of the ingest role. */
export const IngestConfig = z.object({
  DATABASE_URL: z.string().min(1),
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((list) => list.split(',').map((broker) => broker.trim())),
  KAFKA_GROUP_ID: z.string().min(1).default('ledger-ingest'),
  USAGE_TOPIC: z.string().min(1).default('ledger.usage.v1'),
  ROLE_HOST: z.string().min(1).default('127.0.0.1'),
  OPS_PORT: port.default(9_102),
  DRAIN_MS: z.coerce.number().int().min(0).default(10_000),
  NODE_ENV: z.string().default('production'),
  /** Test equipment: SIGKILL at the n-th pass of a named point. */
  CRASH_POINT: z
    .string()
    .regex(/^[a-z_]+:[1-9]\d*$/, 'is not <name>:<n>')
    .optional(),
});
export type IngestConfig = z.infer<typeof IngestConfig>;
