import { z } from 'zod';
import { Meta, ListMeta, listOf } from './meta.js';
import { clockShape, pageShape, waitShape } from './queries.js';
import { Count, Currency, Day, Identifier, Instant, Money, Reason, text } from './scalars.js';
import { ApplicabilityObject } from './scope.schema.js';
import { Terms } from './terms.schema.js';

/** Capital received, or expected, against the promise. */
export const Tranche = z
  .strictObject({
    trancheId: Identifier,
    amount: Money,
    kind: z.enum(['CASH', 'CREDITS', 'CAPACITY']).optional(),
    receivedOn: Day.optional(),
    expectedOn: Day.optional(),
    returnedOn: Day.optional(),
    releaseWhen: z.strictObject({ countedAtLeast: Money, by: Day.optional() }).optional(),
  })
  .meta({ id: 'Tranche' });
export type Tranche = z.infer<typeof Tranche>;

const commitmentShape = {
  commitmentId: Identifier,
  name: text(256),
  category: z.enum(['SPEND', 'USAGE']).optional(),
  unit: text(128).optional(),
  scope: ApplicabilityObject.optional(),
  priority: z.int().min(0).max(1_000_000).optional(),
  allocation: z.enum(['INDEPENDENT', 'EXCLUSIVE', 'SEQUENTIAL']).optional(),
  afterCommitmentId: Identifier.optional(),
  terms: Terms,
};

export const CommitmentBody = z.strictObject(commitmentShape).meta({ id: 'CommitmentBody' });
export type CommitmentBody = z.infer<typeof CommitmentBody>;

const contractShape = {
  contractId: Identifier,
  name: text(256),
  provider: text(128),
  invoiceIssuerNames: z.array(text(128)).max(1000).optional(),
  billingAccountIds: z.array(text(128)).max(10_000).optional(),
  currency: Currency,
  start: Day,
  end: Day,
  fourEyes: z.boolean().optional(),
  capital: z.array(Tranche).max(1000).optional(),
  reason: Reason,
  evidence: text(2048).optional(),
};

/** `POST /v1/contracts`: a contract with its commitments. */
export const SignContractBody = z
  .strictObject({ ...contractShape, commitments: z.array(CommitmentBody).min(1).max(100) })
  .meta({ id: 'SignContractBody' });
export type SignContractBody = z.infer<typeof SignContractBody>;

/** One terms version in a contract's history: an amendment, or one that takes another back. */
export const ContractAmendment = z
  .strictObject({
    commitmentId: Identifier,
    version: z.int().min(1),
    effectiveFrom: Day,
    terms: z.record(z.string(), z.unknown()),
    voids: z.int().min(2).optional().describe('The version that this one takes back'),
    reason: z.string(),
    evidence: z.string().optional(),
    recordedAt: Instant,
    actor: z.string(),
    voided: z.boolean(),
  })
  .meta({ id: 'ContractAmendment' });

/** A contract as recorded, every default written out, with its amendment history. */
export const ContractAnswer = z
  .strictObject({
    ...contractShape,
    invoiceIssuerNames: z.array(z.string()),
    billingAccountIds: z.array(z.string()),
    fourEyes: z.boolean(),
    capital: z.array(Tranche),
    reason: z.string(),
    commitments: z.array(
      z.strictObject({ ...commitmentShape, termsVersion: z.int().min(1) }).meta({
        id: 'ContractCommitment',
      }),
    ),
    amendments: z.array(ContractAmendment),
    version: Count,
    signedAt: Instant,
    signedBy: z.string(),
  })
  .meta({ id: 'ContractAnswer' });
export type ContractAnswer = z.infer<typeof ContractAnswer>;

/** What signing answers: under `dryRun` what would have been, with nothing recorded. */
export const ContractSignedAnswer = z
  .strictObject({
    contractId: Identifier,
    version: Count,
    commitmentIds: z.array(Identifier),
    position: z.string(),
    dryRun: z.boolean(),
  })
  .meta({ id: 'ContractSignedAnswer' });
export type ContractSignedAnswer = z.infer<typeof ContractSignedAnswer>;

export const ContractSummary = z
  .strictObject({
    contractId: Identifier,
    name: z.string(),
    provider: z.string(),
    currency: Currency,
    start: Day,
    end: Day,
    commitmentIds: z.array(Identifier),
    version: Count,
    signedAt: Instant,
  })
  .meta({ id: 'ContractSummary' });
export type ContractSummary = z.infer<typeof ContractSummary>;

export const ContractList = listOf('ContractList', ContractSummary, ListMeta);
export type ContractList = z.infer<typeof ContractList>;

/** A commitment: terms in force at `through`, as known `asOf`. */
export const CommitmentAnswer = z
  .strictObject({
    ...commitmentShape,
    contractId: Identifier,
    provider: z.string(),
    currency: Currency,
    start: Day,
    end: Day,
    lifecycle: z.enum([
      'Proposed',
      'Pending',
      'Active',
      'Exhausted',
      'Expired',
      'Canceled',
      'Superseded',
    ]),
    termsVersion: z.int().min(1),
    contractVersion: Count,
    meta: Meta,
  })
  .meta({ id: 'CommitmentAnswer' });
export type CommitmentAnswer = z.infer<typeof CommitmentAnswer>;

/**
 * Contracts are read from the events themselves, so they include every write: `minPosition` is met
 * at once.
 */
export const ContractsQuery = z.strictObject({
  asOf: clockShape.asOf,
  ...pageShape,
  ...waitShape,
});
export type ContractsQuery = z.infer<typeof ContractsQuery>;

export const ContractQuery = z.strictObject({ asOf: clockShape.asOf, ...waitShape });
export type ContractQuery = z.infer<typeof ContractQuery>;
