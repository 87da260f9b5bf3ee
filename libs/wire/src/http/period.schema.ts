import { z } from 'zod';
import { Count, Day, Identifier, Money, Reason } from './scalars.js';

/** A period's index in a path; 0 is a leading stub. */
export const PeriodIndex = z
  .string({ error: 'value-invalid' })
  .regex(/^\d{1,9}$/, { error: 'value-invalid' })
  .transform(Number)
  .meta({ type: 'integer', minimum: 0 });

/** `POST /v1/commitments/{commitmentId}/periods/{index}/settle` */
export const SettlePeriodBody = z.strictObject({ reason: Reason }).meta({ id: 'SettlePeriodBody' });
export type SettlePeriodBody = z.infer<typeof SettlePeriodBody>;

/** `POST /v1/commitments/{commitmentId}/periods/{index}/cure` */
export const CurePeriodBody = z
  .strictObject({ amount: Money, reason: Reason })
  .meta({ id: 'CurePeriodBody' });
export type CurePeriodBody = z.infer<typeof CurePeriodBody>;

/** `POST /v1/commitments/{commitmentId}/periods/{index}/payments` */
export const PayShortfallBody = z
  .strictObject({ amount: Money, paidOn: Day, reason: Reason })
  .meta({ id: 'PayShortfallBody' });
export type PayShortfallBody = z.infer<typeof PayShortfallBody>;

/** `POST /v1/commitments/{commitmentId}/periods/{index}/restate` */
export const RestatePeriodBody = z
  .strictObject({ reason: Reason })
  .meta({ id: 'RestatePeriodBody' });
export type RestatePeriodBody = z.infer<typeof RestatePeriodBody>;

/** What an act on a period answers: under `dryRun` what would have been, with nothing recorded. */
export const PeriodChangedAnswer = z
  .strictObject({
    contractId: Identifier,
    commitmentId: Identifier,
    periodIndex: Count,
    version: Count.describe('Of the contract: its ETag'),
    position: z.string(),
    dryRun: z.boolean(),
    statements: z
      .array(z.strictObject({ periodIndex: Count, version: z.int().min(1) }))
      .describe('Issued with it'),
  })
  .meta({ id: 'PeriodChangedAnswer' });
export type PeriodChangedAnswer = z.infer<typeof PeriodChangedAnswer>;
