import { RequestRecordStore } from '@app/access';
import { isOutage } from '@app/platform';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';

const EVERY_MS = 3_600_000;

/** Forgets old answers once an hour. */
@Injectable()
export class RecordExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('idempotency');
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly records: RequestRecordStore) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.records.expire().catch((error: unknown) => {
        // The next hour is as good, unless it is a fault of ours.
        const cause = error instanceof Error ? error.message : String(error);
        if (isOutage(error)) this.logger.warn(cause);
        else this.logger.error(cause);
      });
    }, EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
