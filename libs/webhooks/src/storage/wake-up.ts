import { type Database } from '@app/platform';
import { type PoolClient } from 'pg';
import { WAKE_CHANNEL } from './outbox.js';

/**
 * Calls `onWake` when somebody's transaction wrote to the outbox. A lost connection is only a slower
 * notifier, as it polls besides: `listen` is called again until it holds.
 */
export class WakeUp {
  private client: PoolClient | null = null;

  constructor(
    private readonly database: Database,
    private readonly onWake: () => void,
  ) {}

  get listening(): boolean {
    return this.client !== null;
  }

  async listen(): Promise<void> {
    if (this.client !== null) return;
    const client = await this.database.pool.connect();
    const lost = (error?: Error): void => {
      if (this.client === client) this.client = null;
      client.release(error ?? true);
    };
    client.once('error', lost);
    try {
      client.on('notification', this.onWake);
      await client.query(`listen ${WAKE_CHANNEL}`);
      this.client = client;
    } catch (error) {
      client.removeListener('error', lost);
      client.release(true);
      throw error;
    }
  }

  close(): void {
    const { client } = this;
    this.client = null;
    client?.removeAllListeners('notification');
    client?.release(true);
  }
}
