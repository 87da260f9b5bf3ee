import { z } from 'zod';

const Check = z.strictObject({ ok: z.boolean(), detail: z.string() });

/** `/readyz` and `/startupz`: what holds, what does not, and why. */
export const HealthAnswer = z
  .strictObject({
    status: z.enum(['ok', 'unavailable']),
    checks: z.record(z.string(), Check),
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof HealthAnswer>;

/** `/livez` */
export const AliveAnswer = z.strictObject({ status: z.literal('ok') }).meta({ id: 'AliveAnswer' });
export type AliveAnswer = z.infer<typeof AliveAnswer>;
