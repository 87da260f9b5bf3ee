import { StackError } from '../stack-error.js';

/** What a machine offers; each is asked only when the choices before it are out. */
export interface Offers {
  /** KAFKA_BROKERS. */
  readonly brokers: string | undefined;
  /** Major version of the Java on this machine. */
  java(): Promise<number | undefined>;
  jarsCached(): Promise<boolean>;
  maven(): Promise<boolean>;
  /** KAFKA_HOME. */
  readonly kafkaHome: string | undefined;
  docker(): Promise<boolean>;
}

export type BrokerChoice =
  | { readonly kind: 'given'; readonly brokers: string }
  | { readonly kind: 'jars'; readonly fetch: boolean }
  | { readonly kind: 'home'; readonly home: string }
  | { readonly kind: 'docker' };

export const MIN_JAVA = 17;

const REMEDIES = [
  'set KAFKA_BROKERS=host:port to use a broker that is running already',
  `install Java ${MIN_JAVA} (or newer) and Maven: the broker is then fetched from Maven Central`,
  `unpack Apache Kafka 4, set KAFKA_HOME to its folder, and install Java ${MIN_JAVA} (or newer)`,
  'start Docker: the official image apache/kafka is used when its daemon answers',
];

/**
 * Picks the broker: given, jars from Maven Central, an unpacked distribution, Docker's image.
 *
 * @throws StackError `kafka-unavailable`, which says what is missing and names the four ways
 */
export async function chooseBroker(offers: Offers): Promise<BrokerChoice> {
  if (offers.brokers !== undefined && offers.brokers !== '')
    return { kind: 'given', brokers: offers.brokers };
  const java = await offers.java();
  const javaFits = java !== undefined && java >= MIN_JAVA;
  if (javaFits) {
    if (await offers.jarsCached()) return { kind: 'jars', fetch: false };
    if (await offers.maven()) return { kind: 'jars', fetch: true };
    if (offers.kafkaHome !== undefined && offers.kafkaHome !== '')
      return { kind: 'home', home: offers.kafkaHome };
  }
  if (await offers.docker()) return { kind: 'docker' };
  const found = java === undefined ? 'no Java' : `Java ${java}`;
  const lack = javaFits ? `${found}, but no Maven and no KAFKA_HOME` : found;
  throw new StackError(
    'kafka-unavailable',
    `no Kafka broker can be started here: found ${lack}, and no Docker daemon that answers; one of these is needed`,
    REMEDIES,
  );
}
