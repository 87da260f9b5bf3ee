import { z } from 'zod';

/** `/readyz` and `/startupz`: what is ready, and what is not and why. */
export const HealthAnswer = z
  .strictObject({
    ready: z.boolean(),
    checks: z.array(
      z.strictObject({ name: z.string(), ok: z.boolean(), detail: z.string().nullable() }),
    ),
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof HealthAnswer>;
