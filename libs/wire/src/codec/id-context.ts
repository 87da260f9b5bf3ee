import { type IdContext } from './column-ids.js';

/** The stream that an id may follow: (source, epoch); no sequence = an opaque id. */
export function idContext(sourceNo: number, epoch?: string, sequence?: string): IdContext {
  const stream = `${sourceNo} ${epoch ?? ''}`;
  return sequence === undefined ? { stream } : { stream, sequence };
}
