/** Below the topic's limits of a record, and below what brokers take by default. */
const RECORD_EVENTS = 1_000;
const RECORD_BYTES = 900 * 1024;

/** Events as values of batch records, in order and byte for byte. */
export function toBatchRecords(events: readonly Buffer[]): Buffer[] {
  const records: Buffer[] = [];
  let batch: Buffer[] = [];
  let bytes = 0;
  const close = (): void => {
    if (batch.length > 0) records.push(asArray(batch));
    batch = [];
    bytes = 0;
  };
  for (const event of events) {
    if (batch.length === RECORD_EVENTS || bytes + event.length + 1 > RECORD_BYTES) close();
    batch.push(event);
    bytes += event.length + 1;
  }
  close();
  return records;
}

function asArray(events: readonly Buffer[]): Buffer {
  const parts = events.flatMap((event, index) => [Buffer.from(index === 0 ? '[' : ','), event]);
  return Buffer.concat([...parts, Buffer.from(']')]);
}
