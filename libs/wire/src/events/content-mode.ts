import {
  BATCH_CONTENT_TYPE,
  STRUCTURED_CONTENT_TYPE,
  USAGE_BLOCK_CONTENT_TYPE,
} from './usage-event.js';

export type ContentMode = 'structured' | 'batch' | 'binary' | 'usage-block' | 'unknown';

/** Kafka record headers; names are compared without regard to case. */
export type RecordHeaders = Readonly<Record<string, Buffer | undefined>>;

const MODES = new Map<string, ContentMode>([
  [STRUCTURED_CONTENT_TYPE, 'structured'],
  [BATCH_CONTENT_TYPE, 'batch'],
  [USAGE_BLOCK_CONTENT_TYPE, 'usage-block'],
]);
const UTF8_PARAMETER = /^charset="?utf-8"?$/;

/** The form of a record by its `content-type`; binary is JSON data beside `ce_` headers. */
export function contentMode(headers: RecordHeaders): ContentMode {
  const [type = '', ...parameters] = (contentType(headers) ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (
    parameters.some(
      (parameter) => parameter.startsWith('charset') && !UTF8_PARAMETER.test(parameter),
    )
  ) {
    return 'unknown';
  }
  const mode = MODES.get(type);
  if (mode !== undefined) return mode;
  const binary = type === 'application/json' || type === '';
  return binary && Object.keys(headers).some(isAttribute) ? 'binary' : 'unknown';
}

export function contentType(headers: RecordHeaders): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'content-type');
  return name === undefined ? undefined : headers[name]?.toString('latin1');
}

/** Kafka protocol binding of CloudEvents: attribute headers begin with `ce_`. */
export function isAttribute(header: string): boolean {
  return header.toLowerCase().startsWith('ce_');
}
