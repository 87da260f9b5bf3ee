import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type ExporterMemory, ExporterState } from './exporter-state.js';

const Digits = z.string().regex(/^\d{1,20}$/);
const Memory = z.strictObject({
  source: z.string(),
  epoch: Digits,
  nextSequence: Digits,
  pending: z.array(z.string()),
  cursor: z.string().optional(),
});

/** A state file that is not one: numbers guessed from it could count usage twice. */
export class ExporterStateInvalidError extends Error {
  readonly code = 'exporter-state-invalid';

  constructor(path: string, fact: string) {
    super(`${path} is not the state of an exporter: ${fact}`);
  }
}

/** One JSON file, replaced as a whole and flushed to disk. */
export class FileExporterState extends ExporterState {
  constructor(private readonly path: string) {
    super();
  }

  /** @throws ExporterStateInvalidError when the file is there and is something else */
  async load(): Promise<ExporterMemory | undefined> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    const parsed = Memory.safeParse(this.parse(text));
    if (!parsed.success) throw new ExporterStateInvalidError(this.path, parsed.error.message);
    const { cursor, ...memory } = parsed.data;
    return cursor === undefined ? memory : { ...memory, cursor };
  }

  async save(memory: ExporterMemory): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.new`;
    const file = await open(fresh, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(memory));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(fresh, this.path);
  }

  private parse(text: string): unknown {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      throw new ExporterStateInvalidError(this.path, (error as Error).message);
    }
  }
}
