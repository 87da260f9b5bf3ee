import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** The text of a file in pieces; one that ends in `.gz` is decompressed on the way. */
export async function* openText(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const bytes = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  // A fault of the file would otherwise end nobody's wait: pipe does not pass it on.
  file.on('error', (error) => bytes.destroy(error));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}
