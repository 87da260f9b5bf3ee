import { z } from 'zod';
import { ContractApplied } from './contract-applied.schema.js';
import {
  Amount,
  blankable,
  BlankableMonth,
  EventCurrency,
  EventInstant,
  hasAtMost,
  Month,
  oneOf,
  orMissing,
  Quantity,
  text,
} from './event-scalars.js';
import { checkLine, LINE_RULES } from './line-rules.js';
import { LIMITS } from './limits.js';

const dimension = text(LIMITS.dimensionCharacters).optional();

const LineReference = z.strictObject(
  { source: text(LIMITS.sourceCharacters), id: text(LIMITS.idCharacters) },
  { error: orMissing('field-type') },
);

const Tags = z
  .record(
    text(LIMITS.tagKeyCharacters),
    z
      .string({ error: 'field-type' })
      .refine((value) => hasAtMost(value, LIMITS.tagValueCharacters), {
        error: 'text-too-long',
      })
      .meta({ maxLength: LIMITS.tagValueCharacters }),
    { error: orMissing('field-type') },
  )
  .refine((tags) => Object.keys(tags).length <= LIMITS.tags, { error: 'too-many-tags' })
  .meta({ maxProperties: LIMITS.tags });

/**
 * One usage line; names are FOCUS column names in camelCase. The one source of the type, of the
 * validation and of docs/events. What comes out is canonical (see `UsageLine`).
 */
export const UsageLineSchema = z
  .strictObject(
    {
      chargePeriodStart: EventInstant.describe('When the usage took place'),
      chargePeriodEnd: EventInstant.optional().describe(
        'Exclusive; absent = an instant. At most 3 years after the start',
      ),
      billingPeriodStart: Month.optional().describe(
        "First day of the provider's billing month; default: the month of chargePeriodStart",
      ),
      invoiceId: blankable(LIMITS.dimensionCharacters).optional().describe('Blank = not final'),
      invoiceMonth: BlankableMonth.optional().describe('Blank = not final'),
      chargeCategory: oneOf(['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment']).default('Usage'),
      chargeClass: oneOf(['Correction'])
        .optional()
        .describe('A correction to a closed billing period'),
      corrects: LineReference.optional().describe('The line that this one corrects or reverses'),
      correctedBillingPeriodStart: Month.optional().describe(
        'Billing month of the corrected line; default: the month of chargePeriodStart',
      ),
      lineType: dimension.describe("The provider's own word: Usage, EdpDiscount, …"),
      billingEntity: dimension.describe("The provider's own word: AWS, AWS Marketplace, …"),
      serviceProviderName: dimension.describe('Who sold'),
      hostProviderName: dimension.describe('Who hosts'),
      invoiceIssuerName: dimension.describe('Who bills'),
      publisherName: dimension.describe('Who made it'),
      billingAccountId: dimension.describe('Payer account'),
      subAccountId: dimension.describe('Usage account'),
      serviceName: dimension,
      serviceCategory: dimension,
      skuId: dimension.describe('Required for a line to be priced by a price book'),
      skuMeter: dimension,
      regionId: dimension,
      workload: oneOf(['inference', 'training', 'other']).optional(),
      model: dimension.describe('The model that was served or trained'),
      accelerator: dimension.describe('Family in lower case: trainium2, nvidia-h100, tpu-v6, cpu'),
      consumedQuantity: Quantity.optional().describe('Metered usage, to be priced by a price book'),
      consumedUnit: dimension.describe('Unit of consumedQuantity'),
      billedCost: Amount.optional().describe('May be negative'),
      listCost: Amount.optional(),
      contractedCost: Amount.optional(),
      effectiveCost: Amount.optional(),
      billingCurrency: EventCurrency.optional().describe('ISO 4217; required with any cost'),
      contractApplied: ContractApplied.optional().describe(
        "The provider's own statement of what it counted: kept for reconciliation, never believed",
      ),
      resourceId: text(LIMITS.textCharacters).optional(),
      tags: Tags.optional(),
    },
    { error: orMissing('field-type') },
  )
  .superRefine(checkLine)
  .meta({ id: 'UsageLine', ...LINE_RULES });
