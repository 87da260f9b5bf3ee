import pg from 'pg';

/** PostgreSQL type ids whose text form must survive: a `Date` or a float would change the value. */
const KEPT_AS_TEXT = { date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 };
const INT8 = 20;

const keep = (text: string): string => text;

/**
 * Values as they leave the database: `date`, `timestamp`, `timestamptz` and `numeric` as text,
 * `int8` as bigint. All other types keep the driver's parsers.
 */
export const exactTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary' && Object.values(KEPT_AS_TEXT).includes(oid)) return keep;
    if (format !== 'binary' && oid === INT8) return (text: string) => BigInt(text);
    return pg.types.getTypeParser(oid, format as 'text') as never;
  },
};
