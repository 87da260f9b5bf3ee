import { z } from 'zod';
import { Day, Instant, PositionToken } from './scalars.js';

/** Freshness of an answer: what it was computed from, and when. */
export const Meta = z
  .strictObject({
    asOf: Instant.describe('Recorded time: what was known then'),
    through: Day.nullable().describe('Usage days before this one are included; null: all recorded'),
    watermark: Day.nullable().describe('Exclusive end of the complete usage days; null: none yet'),
    position: PositionToken.describe('Ledger position that the answer includes'),
    computedAt: Instant,
    lagMs: z.int().min(0).describe('From the newest recorded fact to the read model that answered'),
    silentSources: z.array(z.string()).describe('Exporters that have not been heard of in time'),
  })
  .meta({ id: 'Meta' });
export type Meta = z.infer<typeof Meta>;

/** Freshness of a list that depends on no usage day. */
export const ListMeta = z
  .strictObject({ asOf: Instant, position: PositionToken })
  .meta({ id: 'ListMeta' });
export type ListMeta = z.infer<typeof ListMeta>;

export const Page = z
  .strictObject({ next: z.string().nullable().describe('Cursor of the next page; null: the last') })
  .meta({ id: 'Page' });
export type Page = z.infer<typeof Page>;

/** `{data, page, meta}` around rows of one kind. */
export const listOf = <Row extends z.ZodType, M extends z.ZodType>(
  id: string,
  row: Row,
  meta: M,
): z.ZodObject<{ data: z.ZodArray<Row>; page: typeof Page; meta: M }, z.core.$strict> =>
  z.strictObject({ data: z.array(row), page: Page, meta }).meta({ id });
