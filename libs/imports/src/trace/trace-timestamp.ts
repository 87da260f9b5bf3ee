import { formatInstant, parseInstant } from '@app/wire';

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/;
const MILLISECONDS = /^\d{1,15}$/;

/**
 * A trace's timestamp as a canonical instant: RFC 3339, the same without a zone (read as UTC) or with
 * a blank for the T, to the last digit; or whole milliseconds since `startMs`. Else undefined.
 */
export function traceInstant(text: string, startMs = 0): string | undefined {
  if (MILLISECONDS.test(text))
    return new Date(startMs + Number(text)).toISOString().replace(/\.?0*Z$/, 'Z');
  const zoned = LOCAL.test(text) ? `${text}Z` : text;
  const instant = parseInstant(zoned.replace(' ', 'T'));
  return instant === undefined ? undefined : formatInstant(instant);
}
