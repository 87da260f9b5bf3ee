import pg from 'pg';

type Parse = (text: string) => unknown;

/** The driver's own parsers; its types know only the ids that have a name. */
const driver = pg.types as unknown as { getTypeParser(oid: number, format?: string): Parse };

const keep: Parse = (text) => text;

/** Types by their id whose driver's parser would change the value: a `Date`, a float. */
const EXACT = new Map<number, Parse>([
  [20, (text) => BigInt(text)], // int8
  [1082, keep], // date
  [1114, keep], // timestamp
  [1184, keep], // timestamptz
  [1700, keep], // numeric
]);

/**
 * Values as they leave the database: `date`, `timestamp`, `timestamptz` and `numeric` as text,
 * `int8` as bigint. All other types keep the driver's parsers.
 */
export const exactTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    const exact = format === 'binary' ? undefined : EXACT.get(oid);
    return exact ?? driver.getTypeParser(oid, format);
  },
};
