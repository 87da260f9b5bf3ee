/** A CSV text that cannot be read as one. */
export class CsvInvalidError extends Error {
  readonly code = 'csv-invalid';

  constructor(line: number, fact: string) {
    super(`line ${line}: ${fact}`);
  }
}

/** One record; `line` is the number of its first line, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * RFC 4180 from text in pieces: quoted fields with commas, doubled quotes and newlines, LF or CRLF, a
 * byte order mark at the front. Empty lines are passed over.
 *
 * @throws CsvInvalidError for a quote that is never closed
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader = new RowReader();
  for await (const chunk of chunks) yield* reader.take(chunk);
  yield* reader.end();
}

class RowReader {
  private fields: string[] = [];
  private field = '';
  private quoted = false;
  /** A quote inside a quoted field: its end, or the first half of a doubled one. */
  private pendingQuote = false;
  private line = 1;
  private firstLine = 1;
  private started = false;

  *take(chunk: string): Generator<CsvRow> {
    const text = this.started ? chunk : chunk.replace(/^\uFEFF/, '');
    this.started = true;
    for (const char of text) {
      if (this.pendingQuote) {
        this.pendingQuote = false;
        if (char === '"') {
          this.field += char;
          continue;
        }
        this.quoted = false;
      }
      if (this.quoted) this.insideQuotes(char);
      else yield* this.outsideQuotes(char);
    }
  }

  *end(): Generator<CsvRow> {
    if (this.quoted && !this.pendingQuote) {
      throw new CsvInvalidError(this.firstLine, 'a quote is never closed');
    }
    yield* this.row();
  }

  private insideQuotes(char: string): void {
    if (char === '"') {
      this.pendingQuote = true;
      return;
    }
    if (char === '\n') this.line += 1;
    this.field += char;
  }

  private *outsideQuotes(char: string): Generator<CsvRow> {
    if (char === '"' && this.field === '') {
      this.quoted = true;
    } else if (char === ',') {
      this.fields.push(this.field);
      this.field = '';
    } else if (char === '\n') {
      yield* this.row();
      this.line += 1;
      this.firstLine = this.line;
    } else {
      this.field += char;
    }
  }

  private *row(): Generator<CsvRow> {
    const last = this.field.endsWith('\r') ? this.field.slice(0, -1) : this.field;
    const fields = [...this.fields, last];
    this.fields = [];
    this.field = '';
    this.quoted = false;
    if (fields.length > 1 || last !== '') yield { line: this.firstLine, fields };
  }
}
