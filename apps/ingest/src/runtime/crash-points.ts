import { ConfigError } from '@app/platform';

export type CrashPoint =
  | 'after_fetch'
  | 'before_append'
  | 'after_append'
  | 'after_kafka_commit'
  | 'after_forward'
  | 'after_quarantine_copy';

/** Ends the process, as a crash would, at the n-th pass of one named point; tests only. */
export class CrashPoints {
  private readonly name: string | undefined;
  private left: number;

  /** @throws ConfigError in production */
  constructor(
    setting: string | undefined,
    environment: string,
    private readonly kill: () => void = () => process.kill(process.pid, 'SIGKILL'),
  ) {
    if (setting !== undefined && environment === 'production') {
      throw new ConfigError(['CRASH_POINT: is refused in production']);
    }
    const [name, passes] = setting?.split(':') ?? [];
    this.name = name;
    this.left = Number(passes ?? 0);
  }

  pass(point: CrashPoint): void {
    if (point !== this.name) return;
    this.left -= 1;
    if (this.left === 0) this.kill();
  }
}
