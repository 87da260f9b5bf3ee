import { AddressPolicy, Keyring } from '@app/webhooks';
import { z } from 'zod';

const wholeNumber = (
  fallback: number,
  min: number,
  max: number,
): z.ZodDefault<z.ZodCoercedNumber> => z.coerce.number().int().min(min).max(max).default(fallback);

const yesNo = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .transform((text) => text === 'true' || text === '1');

function isUsable(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

/** Environment of the role `notifier`. */
export const NotifierConfig = z.object({
  DATABASE_URL: z.string().min(1),
  ROLE_HOST: z.string().min(1).default('127.0.0.1'),
  /** Health and metrics; 0 picks a free port. */
  OPS_PORT: wholeNumber(9403, 0, 65_535),
  /** Keys that seal secrets: `id:base64 of 32 bytes`, comma separated, the current one first. */
  KEYRING: z.string().refine((text) => isUsable(() => new Keyring(text)), {
    error: 'must be "<id>:<base64 of 32 bytes>", …',
  }),
  /** Whether endpoints may be plain http: development only. */
  WEBHOOK_ALLOW_HTTP: yesNo,
  /** Private ranges that endpoints may be in; never link-local or metadata addresses. */
  WEBHOOK_ALLOW_PRIVATE_CIDRS: z
    .string()
    .default('')
    .refine(
      (text) => isUsable(() => new AddressPolicy({ allowHttp: false, allowPrivateCidrs: text })),
      { error: 'must be CIDRs, comma separated' },
    ),
  /** How long a worker may hold a delivery: three times the limit of a request. */
  WEBHOOK_LEASE_SECONDS: wholeNumber(45, 1, 600),
  /** Deliveries under way at once. */
  WEBHOOK_IN_FLIGHT: wholeNumber(64, 1, 1_000),
  /** Between turning unready and closing. */
  DRAIN_MS: wholeNumber(10_000, 0, 12_000),
});
export type NotifierConfig = z.infer<typeof NotifierConfig>;
