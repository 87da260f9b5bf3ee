import type { LoggerService } from '@nestjs/common';
import { type LogEntry, type logCreator as LogCreator, logLevel } from 'kafkajs';

/**
 * What kafkajs reports at ERROR while it heals itself: first use of a coordinator, rebalances,
 * topics that exist already, a broker that is away (the role's readiness says so).
 */
const HEALS_ITSELF =
  /coordinator|rebalanc|re-join|already exists|Connection (error|timeout)|ECONNREFUSED|closed connection|not aware of this member|metadata|leader/i;

/**
 * kafkajs' log as ours: nothing of it is an ERROR, because that means a person must act, and what a
 * person must know (a dead consumer) the runner reports itself.
 */
export function logCreator(logger: LoggerService | undefined): LogCreator {
  return () => (entry) => {
    if (logger === undefined) return;
    const text = describe(entry);
    if (entry.level === logLevel.ERROR && !HEALS_ITSELF.test(text)) logger.warn(text);
    else logger.debug?.(text);
  };
}

function describe({ namespace, log }: LogEntry): string {
  const error: unknown = log.error;
  const cause = typeof error === 'string' && error !== log.message ? `: ${error}` : '';
  return `kafkajs ${namespace}: ${log.message}${cause}`;
}
