import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { REASONS } from '../reason-codes.js';
import { USAGE_SCHEMA_FILE, USAGE_SCHEMA_ID } from '../usage-event.js';
import { UsageEventSchema } from '../usage-event.schema.js';

type Schema = Record<string, unknown>;

export const BATCH_SCHEMA_FILE = 'commitment.usage.v1.batch.json';

/** JSON Schema 2020-12 of an event as it is sent. `$defs/ReasonCode` is the closed list of refusals. */
export function usageEventSchema(): Schema {
  const { $schema, $ref, $defs } = z.toJSONSchema(UsageEventSchema, { io: 'input' });
  const { UsageEvent, ...others } = $defs as Record<string, Schema>;
  return portable({
    $schema,
    $id: USAGE_SCHEMA_ID,
    title: 'Usage event, version 1',
    description:
      `A CloudEvents 1.0 event of at most ${LIMITS.eventBytes} bytes and ${LIMITS.nesting} levels. ` +
      'Unknown attributes are kept; unknown fields of the data are refused. No text may hold U+0000 ' +
      'or a lone surrogate, no member may be called __proto__.',
    $ref,
    $defs: {
      UsageEvent: { ...UsageEvent, propertyNames: { pattern: '^[a-z0-9]+$' } },
      ...others,
      ReasonCode: {
        description: 'Why an event stands in quarantine',
        oneOf: Object.entries(REASONS).map(([code, description]) => ({ const: code, description })),
      },
    },
  }) as Schema;
}

/** JSON Schema of a batch. */
export function usageBatchSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${USAGE_SCHEMA_ID}.batch`,
    title: 'Batch of usage events',
    description: `At most ${LIMITS.recordBytes} bytes. A bad event affects no other.`,
    type: 'array',
    maxItems: LIMITS.batchEvents,
    items: { $ref: USAGE_SCHEMA_FILE },
  };
}

/** `\d` means any Unicode digit to some validators; the contract means ASCII. */
function portable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(portable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'pattern' && typeof item === 'string'
        ? item.replaceAll('\\d', '[0-9]')
        : portable(item),
    ]),
  );
}
