import { type Message, Partitioners, type Producer as RawProducer } from 'kafkajs';
import { type ClientOptions, createClient, PATIENT } from './client.js';
import { KafkaUnavailableError } from './kafka.errors.js';
import type { OutgoingRecord } from './records.js';

export interface ProducerOptions extends ClientOptions {
  /** After it a send is refused, its outcome unknown; without it a send waits for the broker. */
  readonly deadlineMs?: number;
}

/** Where the broker put the records of one partition: consecutive from `baseOffset`. */
export interface Sent {
  readonly partition: number;
  readonly baseOffset: bigint;
}

export interface Producer {
  /**
   * Resolves when all in-sync replicas have confirmed (`acks=all`).
   *
   * @throws KafkaUnavailableError when the deadline passes or the producer is closed first
   */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<Sent[]>;
  /** For good, and without waiting for a broker that is away: what is not confirmed is refused. */
  close(): Promise<void>;
}

/** The broker forgot this producer's numbering (restart, expiry): a new identity goes on. */
const IDENTITY_LOST = new Set([
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'UNKNOWN_PRODUCER_ID',
  'INVALID_PRODUCER_EPOCH',
]);

/** An idempotent producer that connects at its first send and outlives broker restarts. */
export function createProducer(options: ProducerOptions): Producer {
  const ending = new AbortController();
  let current: Promise<RawProducer> | undefined;
  let open: RawProducer | undefined;
  const connected = (): Promise<RawProducer> =>
    (current ??= connect(options, ending.signal).then(
      (producer) => (open = producer),
      (error: unknown) => {
        current = undefined;
        throw error;
      },
    ));

  const attempt = async (topic: string, records: readonly OutgoingRecord[]): Promise<Sent[]> => {
    const producer = await connected();
    const messages = records.map(({ headers, ...record }): Message => {
      return headers === undefined ? record : { ...record, headers: { ...headers } };
    });
    const answers = await producer.send({ topic, acks: -1, messages });
    return answers.map(({ partition, baseOffset }) => ({
      partition,
      baseOffset: BigInt(baseOffset ?? '-1'),
    }));
  };

  const send = async (topic: string, records: readonly OutgoingRecord[]): Promise<Sent[]> => {
    if (records.length === 0) return [];
    try {
      return await attempt(topic, records);
    } catch (error) {
      if (!IDENTITY_LOST.has(errorType(error))) throw error;
      const lost = current;
      current = undefined;
      void lost?.then((producer) => producer.disconnect()).catch(() => undefined);
      return attempt(topic, records);
    }
  };

  return {
    send: (topic, records) =>
      within(
        options.deadlineMs,
        untilClosed(ending.signal, () => send(topic, records)),
      ),
    close: async () => {
      ending.abort();
      if (open !== undefined) await open.disconnect();
      else void current?.then((producer) => producer.disconnect()).catch(() => undefined);
    },
  };
}

async function connect(options: ClientOptions, ending: AbortSignal): Promise<RawProducer> {
  const producer = createClient(options, PATIENT, ending).producer({
    idempotent: true,
    retry: PATIENT,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return producer;
}

function errorType(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const type: unknown = (error as { type?: unknown }).type;
  if (typeof type === 'string') return type;
  return error.cause === undefined ? '' : errorType(error.cause);
}

async function untilClosed<T>(ending: AbortSignal, work: () => Promise<T>): Promise<T> {
  const closed = new KafkaUnavailableError('the producer was closed');
  if (ending.aborted) throw closed;
  return new Promise((resolve, reject) => {
    const refuse = (): void => {
      reject(closed);
    };
    ending.addEventListener('abort', refuse);
    work()
      .then(resolve, reject)
      .finally(() => {
        ending.removeEventListener('abort', refuse);
      });
  });
}

async function within<T>(deadlineMs: number | undefined, work: Promise<T>): Promise<T> {
  if (deadlineMs === undefined) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new KafkaUnavailableError(`no confirmation within ${deadlineMs} ms`));
    }, deadlineMs);
  });
  // The work may fail after the deadline: nobody listens any more, and that is no crash.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}
