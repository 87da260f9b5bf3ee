import { z } from 'zod';

const Share = z.strictObject({ Cost: z.number().optional(), Usage: z.number().optional() });

/** One rule of FOCUS 1.4's Contract Commitment Applicability Object. */
export const ApplicabilityRule = z
  .strictObject({
    Dimension: z.string().min(1).max(128),
    Operator: z.enum([
      'In',
      'NotIn',
      'StartsWith',
      'NotStartsWith',
      'Contains',
      'NotContains',
      'EndsWith',
      'Exists',
      'DoesNotExist',
    ]),
    Values: z.array(z.string().min(1).max(256)).min(1).max(1000),
    Applicability: Share.optional(),
  })
  .meta({ id: 'ApplicabilityRule' });
export type ApplicabilityRule = z.infer<typeof ApplicabilityRule>;

/** FOCUS 1.4's Contract Commitment Applicability Object; how its parts combine the domain judges. */
export const ApplicabilityObject = z
  .strictObject({
    IsGlobalScope: z.boolean().optional(),
    IsComplexScope: z.boolean().optional(),
    Applicability: Share.optional(),
    InclusionOperator: z.enum(['And', 'Or']).optional(),
    Inclusions: z.array(ApplicabilityRule).max(100).optional(),
    ExclusionOperator: z.enum(['And', 'Or']).optional(),
    Exclusions: z.array(ApplicabilityRule).min(1).max(100).optional(),
  })
  .meta({ id: 'ApplicabilityObject' });
export type ApplicabilityObject = z.infer<typeof ApplicabilityObject>;
