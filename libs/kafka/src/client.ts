import type { LoggerService } from '@nestjs/common';
import { Kafka, logLevel, type RetryOptions } from 'kafkajs';
import { registerCodecs } from './codecs/register-codecs.js';
import { logCreator } from './log-adapter.js';

export interface ClientOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly logger?: LoggerService;
}

/**
 * Survives an ordinary broker restart: kafkajs' own five tries give up during one, sends fail and
 * the consumer crashes.
 */
export const PATIENT: RetryOptions = {
  retries: 1000,
  initialRetryTime: 100,
  maxRetryTime: 500,
  factor: 0,
  multiplier: 1.5,
};

/** For calls whose caller has a loop of its own. */
export const BRIEF: RetryOptions = { ...PATIENT, retries: 3 };

const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 15_000;

/** @param ending when it is aborted, looking for a broker ends at the next try */
export function createClient(
  options: ClientOptions,
  retry: RetryOptions,
  ending?: AbortSignal,
): Kafka {
  registerCodecs();
  return new Kafka({
    clientId: options.clientId,
    // An empty list is the one answer after which kafkajs does not try again.
    brokers: () => (ending?.aborted === true ? [] : [...options.brokers]),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry,
    logLevel: logLevel.WARN,
    logCreator: logCreator(options.logger),
  });
}
