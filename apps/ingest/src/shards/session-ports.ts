import type { LoggerService } from '@nestjs/common';
import type { Consumer } from '@app/kafka';
import type { Clock, Database } from '@app/platform';
import type { DeadLetterFollower } from '../dead-letters/dead-letter-follower.js';
import type { CrashPoints } from '../runtime/crash-points.js';
import type { Forwarder } from './forwarder.js';
import type { TakeoverPorts } from './takeover.js';

/** What every shard of this process shares. */
export interface SessionPorts extends TakeoverPorts {
  readonly clock: Clock;
  readonly logger: LoggerService;
  /** A pool of its own, so that sums never wait for appends or appends for sums. */
  readonly readModels: Database;
  readonly forwarder: Forwarder;
  readonly deadLetters: DeadLetterFollower;
  readonly crashPoints: CrashPoints;
  /** Undefined until the consumer runs. */
  consumer(): Consumer | undefined;
  /** A fault of this program: the process must end. */
  onFatal(error: Error): void;
}
