/** Which column of a request trace holds what. */
export interface TraceColumns {
  readonly timestamp: string;
  readonly input: string;
  readonly output: string;
}

/** A trace that the columns asked for, or the usual ones, cannot be found in. */
export class TraceInvalidError extends Error {
  readonly code = 'trace-invalid';
}

/** What public traces call them, compared without case. */
const USUAL: Readonly<Record<keyof TraceColumns, readonly string[]>> = {
  timestamp: ['timestamp', 'timestamp_ms', 'time', 'arrived_at'],
  input: ['contexttokens', 'input_tokens', 'prompt_tokens', 'num_prefill_tokens', 'input_length'],
  output: [
    'generatedtokens',
    'output_tokens',
    'completion_tokens',
    'num_decode_tokens',
    'output_length',
  ],
};
const NAMES = Object.keys(USUAL) as (keyof TraceColumns)[];

/**
 * Reads `timestamp=TIMESTAMP,input=ContextTokens,output=GeneratedTokens`; each part may be left out.
 *
 * @throws TraceInvalidError for another name
 */
export function parseTraceColumns(text: string): Partial<TraceColumns> {
  const columns: Partial<Record<keyof TraceColumns, string>> = {};
  for (const part of text.split(',')) {
    const [name = '', column = ''] = part.split('=').map((side) => side.trim());
    const known = NAMES.find((each) => each === name);
    if (known === undefined || column === '') {
      throw new TraceInvalidError(`"${part}" is not one of timestamp=…, input=…, output=…`);
    }
    columns[known] = column;
  }
  return columns;
}

/** The place of each column in the header. @throws TraceInvalidError naming what is missing */
export function locate(
  header: readonly string[],
  wanted: Partial<TraceColumns>,
): Record<keyof TraceColumns, number> {
  const lower = header.map((name) => name.trim().toLowerCase());
  const place = (name: keyof TraceColumns): number => {
    const asked = wanted[name];
    const candidates = asked === undefined ? USUAL[name] : [asked.toLowerCase()];
    const found = candidates.map((each) => lower.indexOf(each)).find((at) => at >= 0);
    if (found !== undefined) return found;
    throw new TraceInvalidError(
      `no column for ${name} among ${header.join(', ')}: name it with --columns ${name}=<column>`,
    );
  };
  return { timestamp: place('timestamp'), input: place('input'), output: place('output') };
}
