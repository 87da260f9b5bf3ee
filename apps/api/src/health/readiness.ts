import { Database, Health } from '@app/platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

const EVERY_MS = 1_000;

/** Asks the database each second whether the api can work: reachable, migrated, writable. */
@Injectable()
export class Readiness implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly health: Health,
  ) {}

  onApplicationBootstrap(): void {
    const next = (): void => {
      void this.check().finally(() => {
        if (!this.stopped) this.timer = setTimeout(next, EVERY_MS);
      });
    };
    next();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async check(): Promise<void> {
    try {
      const [row] = await this.database.query<{ recovering: boolean; migrated: boolean }>(
        `select pg_is_in_recovery() as recovering,
           to_regclass('ledger.event') is not null and to_regclass('ledger.api_key') is not null
             as migrated`,
      );
      this.set('database', row?.recovering === false, 'read-only');
      this.set('schema', row?.migrated === true, 'migrations have not run');
    } catch (error) {
      this.set('database', false, error instanceof Error ? error.message : String(error));
    }
  }

  private set(name: string, ok: boolean, otherwise: string): void {
    this.health.set(name, ok, ok ? '' : otherwise);
  }
}
