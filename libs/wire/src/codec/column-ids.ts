import { ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { CodecError } from './codec.errors.js';
import { readNumberRuns, writeNumberRuns } from './runs.js';

const TEMPLATE = 0;
const NEW_TEMPLATE = 1;
const UUID = 2;
const TEXT = 3;
const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What an id may be derived from: its stream = (source, epoch), and the sequence, tier 1 only. */
export interface IdContext {
  readonly stream: string;
  readonly sequence?: string;
}

/** The ids of a stream: prefix, then the sequence padded with zeros to a width (0 = not padded). */
interface Template {
  readonly prefix: string;
  readonly width: number;
}

/**
 * Column 6: kinds, run-length; then nothing for an id that its stream's template gives, a new
 * template, 16 bytes of a UUID, or length and UTF-8.
 */
export function writeIds(ids: readonly string[], contexts: readonly IdContext[]): Buffer {
  const values = new ByteWriter();
  const templates = new Map<string, Template>();
  const kinds = ids.map((id, i) => {
    const context = contexts[i];
    const kind = context === undefined ? TEXT : kindOf(id, context, templates);
    if (kind === UUID) values.bytes(Buffer.from(id.replaceAll('-', ''), 'hex'));
    if (kind === TEXT) values.text(id);
    if (kind === NEW_TEMPLATE && context !== undefined) {
      const template = templateOf(id, context.sequence ?? '');
      templates.set(context.stream, template);
      values.text(template.prefix);
      values.unsigned(template.width);
    }
    return kind;
  });
  const writer = new ByteWriter();
  writeNumberRuns(writer, kinds);
  writer.bytes(values.finish());
  return writer.finish();
}

export function readIds(column: Buffer, contexts: readonly IdContext[]): string[] {
  const reader = new ByteReader(column);
  const templates = new Map<string, Template>();
  return readNumberRuns(reader, contexts.length).map((kind, i) => {
    if (kind === UUID) return uuid(reader.bytes(16).toString('hex'));
    if (kind === TEXT) return reader.text();
    const { stream, sequence } = contexts[i] ?? { stream: '' };
    if (kind === NEW_TEMPLATE) {
      templates.set(stream, { prefix: reader.text(), width: reader.unsigned() });
    }
    const template = templates.get(stream);
    if (kind > TEXT || template === undefined || sequence === undefined) {
      throw new CodecError(`an id cannot be derived (kind ${kind})`);
    }
    return fill(template, sequence);
  });
}

function kindOf(id: string, context: IdContext, templates: Map<string, Template>): number {
  const { stream, sequence } = context;
  const template = templates.get(stream);
  if (template !== undefined && sequence !== undefined && fill(template, sequence) === id) {
    return TEMPLATE;
  }
  if (UUID_TEXT.test(id)) return UUID;
  return sequence !== undefined && id.endsWith(sequence) ? NEW_TEMPLATE : TEXT;
}

function templateOf(id: string, sequence: string): Template {
  let start = id.length - sequence.length;
  while (start > 0 && id[start - 1] === '0') start -= 1;
  const width = id.length - start;
  return { prefix: id.slice(0, start), width: width === sequence.length ? 0 : width };
}

function fill({ prefix, width }: Template, sequence: string): string {
  return prefix + sequence.padStart(width, '0');
}

function uuid(hex: string): string {
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
