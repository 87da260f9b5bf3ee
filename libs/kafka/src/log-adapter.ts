import type { LoggerService } from '@nestjs/common';
import { type LogEntry, type logCreator as LogCreator, logLevel } from 'kafkajs';

/**
 * What kafkajs reports at ERROR while it heals itself: first use of a coordinator, rebalances,
 * topics that exist already, a broker that is away (the role's readiness says so).
 */
const HEALS_ITSELF =
  /coordinator|rebalanc|re-join|already exists|Connection (error|timeout)|ECONNREFUSED|closed connection|not aware of this member|metadata|leader/i;

const QUIET_MS = 60_000;

/**
 * kafkajs' log as ours: nothing of it is an ERROR, because that means a person must act, and what a
 * person must know (a dead consumer) the runner reports itself. The same line comes once a minute.
 */
export function logCreator(
  logger: LoggerService | undefined,
  nowMs: () => number = () => performance.now(),
): LogCreator {
  const told = new Map<string, number>();
  return () => (entry) => {
    if (logger === undefined) return;
    const text = describe(entry);
    const now = nowMs();
    if (now - (told.get(text) ?? -Infinity) < QUIET_MS) return;
    for (const [line, at] of told) if (now - at >= QUIET_MS) told.delete(line);
    told.set(text, now);
    if (entry.level === logLevel.ERROR && !HEALS_ITSELF.test(text)) logger.warn(text);
    else logger.debug?.(text);
  };
}

function describe({ namespace, log }: LogEntry): string {
  const error: unknown = log.error;
  const cause = typeof error === 'string' && error !== log.message ? `: ${error}` : '';
  return `kafkajs ${namespace}: ${log.message}${cause}`;
}
