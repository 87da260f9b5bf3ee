import type pg from 'pg';

interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** One `copy … from stdin`, its data already encoded; a query object of the driver. */
class CopyIn {
  private failure: Error | undefined;

  constructor(
    private readonly text: string,
    private readonly chunks: readonly Buffer[],
    private readonly done: (error?: Error) => void,
  ) {}

  submit(connection: CopyConnection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.chunks) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.failure = error;
    // The driver sends no ReadyForQuery to a query that it has failed by itself.
    this.done(error);
  }

  handleCommandComplete(): void {
    this.failure = undefined;
  }

  handleReadyForQuery(): void {
    this.done(this.failure);
  }
}

/** Sends encoded rows through `copy … from stdin (format binary)`, one transaction by itself. */
export function copyIn(client: pg.Client, text: string, chunks: readonly Buffer[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const query = new CopyIn(text, chunks, (error) => {
      if (error === undefined) resolve();
      else reject(error);
    });
    client.query(query as unknown as pg.Submittable);
  });
}
