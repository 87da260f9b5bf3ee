/** What `npm test` passes to the specs that need a real broker, database or browser. */
export type Service = 'DATABASE_URL' | 'KAFKA_BROKERS' | 'CHROMIUM_HOME';

/**
 * The value that the launcher passed.
 *
 * @throws Error with the command to run, when the spec was started without the launcher
 */
export function required(service: Service): string {
  const value = process.env[service];
  if (value === undefined || value === '') {
    throw new Error(
      `${service} is not set: this spec needs a real service; run it by \`npm test -- <path>\``,
    );
  }
  return value;
}

/** Brokers as kafkajs takes them. */
export function brokers(): string[] {
  return required('KAFKA_BROKERS').split(',');
}
