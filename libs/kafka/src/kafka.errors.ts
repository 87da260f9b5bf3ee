/** The broker did not confirm in time; whether it stored the records is unknown. */
export class KafkaUnavailableError extends Error {
  readonly code = 'kafka-unavailable';

  constructor(detail: string, options?: ErrorOptions) {
    super(`kafka is not available: ${detail}`, options);
  }
}

/** The consumer looks alive but delivers nothing, or died for good: only a new process cures it. */
export class DeafConsumerError extends Error {
  readonly code = 'consumer-deaf';
}

/** Whether trouble with the broker passes by itself, so that the same work is tried again later. */
export function isBrokerOutage(error: unknown): boolean {
  return (
    error instanceof KafkaUnavailableError ||
    (error instanceof Error && error.name.startsWith('KafkaJS'))
  );
}
