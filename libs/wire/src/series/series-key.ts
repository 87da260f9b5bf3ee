import { createHash } from 'node:crypto';
import { LINE_DIMENSIONS, type SeriesAttributes } from './series-attributes.js';

/** RFC 8785 sorts members; the names are fixed, so they are sorted once. */
const SORTED_KEYS = [
  ...LINE_DIMENSIONS,
  'source',
  'invoiced',
  'mask',
].sort() as readonly (keyof SeriesAttributes)[];
const DIGEST_BYTES = 16;

/** The attributes in RFC 8785 JSON: the same text for the same series everywhere and for ever. */
export function seriesKeyJson(attributes: SeriesAttributes): string {
  let json = '';
  for (const key of SORTED_KEYS) {
    const value = attributes[key];
    if (value !== undefined) json += `${json === '' ? '{' : ','}"${key}":${JSON.stringify(value)}`;
  }
  return `${json}}`;
}

/** Inverse of `seriesKeyJson`. */
export function parseSeriesKey(json: string): SeriesAttributes {
  return JSON.parse(json) as SeriesAttributes;
}

/** First 16 bytes of SHA-256 of `seriesKeyJson`: names the series across shards. */
export function seriesDigest(attributes: SeriesAttributes): Buffer {
  return createHash('sha256').update(seriesKeyJson(attributes)).digest().subarray(0, DIGEST_BYTES);
}
