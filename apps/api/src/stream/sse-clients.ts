import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { OverloadedError } from '../limits/in-flight.js';

const CLIENTS = 200;
const BUFFERED_BYTES = 1024 * 1024;
const HEARTBEAT_MS = 15_000;

/** The open streams of this replica; all end when the app does. */
@Injectable()
export class SseClients implements OnModuleDestroy {
  private readonly open = new Set<ServerResponse>();

  /** @throws OverloadedError */
  checkRoom(): void {
    if (this.open.size >= CLIENTS) throw new OverloadedError();
  }

  /** Keeps a stream alive until either side ends it; `ended` is called once. */
  add(response: ServerResponse, ended: () => void): void {
    this.open.add(response);
    const beat = setInterval(() => {
      this.write(response, ': heartbeat\n\n');
    }, HEARTBEAT_MS);
    response.once('close', () => {
      clearInterval(beat);
      this.open.delete(response);
      ended();
    });
  }

  /** A client that does not read is cut off rather than buffered for. */
  write(response: ServerResponse, text: string): void {
    if (response.writableLength > BUFFERED_BYTES) response.destroy();
    else if (!response.writableEnded) response.write(text);
  }

  onModuleDestroy(): void {
    for (const response of this.open) response.end();
  }
}
