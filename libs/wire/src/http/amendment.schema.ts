import { z } from 'zod';
import { Tranche } from './contract.schema.js';
import { Count, Day, Identifier, Reason, text } from './scalars.js';
import { Terms } from './terms.schema.js';

/** Clauses by name; each that is named is replaced whole, `null` removes it. */
type Clauses = typeof Terms.shape;
type Patch = { [K in keyof Clauses]: z.ZodOptional<z.ZodNullable<Clauses[K]>> };

const patch = Object.fromEntries(
  Object.entries(Terms.shape).map(([clause, schema]) => [clause, schema.nullable().optional()]),
) as Patch;

/** Changed clauses of an amendment: each named one is replaced whole, `null` removes it. */
export const TermsPatch = z.strictObject(patch).meta({ id: 'TermsPatch' });
export type TermsPatch = z.infer<typeof TermsPatch>;

/** `POST /v1/commitments/{commitmentId}/amendments` */
export const AmendTermsBody = z
  .strictObject({
    effectiveFrom: Day,
    terms: TermsPatch,
    reason: Reason,
    evidence: text(2048).optional(),
  })
  .meta({ id: 'AmendTermsBody' });
export type AmendTermsBody = z.infer<typeof AmendTermsBody>;

/** `POST /v1/commitments/{commitmentId}/amendments/{version}/void` */
export const VoidAmendmentBody = z
  .strictObject({ reason: Reason })
  .meta({ id: 'VoidAmendmentBody' });
export type VoidAmendmentBody = z.infer<typeof VoidAmendmentBody>;

/** A terms version in a path. */
export const TermsVersion = z
  .string({ error: 'value-invalid' })
  .regex(/^\d{1,9}$/, { error: 'value-invalid' })
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });

/** What a change of terms answers: under `dryRun` what would have been, with nothing recorded. */
export const TermsChangedAnswer = z
  .strictObject({
    contractId: Identifier,
    commitmentId: Identifier,
    termsVersion: z.int().min(2),
    version: Count.describe('Of the contract: its ETag'),
    position: z.string(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'TermsChangedAnswer' });
export type TermsChangedAnswer = z.infer<typeof TermsChangedAnswer>;

/** `POST /v1/contracts/{contractId}/capital`: a tranche with the day on which it came. */
export const ReceiveCapitalBody = z
  .strictObject({ ...Tranche.shape, receivedOn: Day })
  .meta({ id: 'ReceiveCapitalBody' });
export type ReceiveCapitalBody = z.infer<typeof ReceiveCapitalBody>;

export const CapitalReceivedAnswer = z
  .strictObject({
    contractId: Identifier,
    trancheId: Identifier,
    version: Count,
    position: z.string(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'CapitalReceivedAnswer' });
export type CapitalReceivedAnswer = z.infer<typeof CapitalReceivedAnswer>;
