import { type ProcessSpec } from '../process/managed-process.js';
import { brokerProperties, type BrokerPorts } from './broker-config.js';

export const KAFKA_IMAGE = 'apache/kafka:4.4.0';
const DATA = '/var/lib/kafka/data';

/** `node.id` as the image wants it in its environment: `KAFKA_NODE_ID`. */
export function asVariable(property: string): string {
  return `KAFKA_${property.toUpperCase().replaceAll('.', '_')}`;
}

/**
 * The official image as a foreground `docker run`: its client passes SIGTERM on to the broker and
 * ends with it. The container listens on all of its own addresses; only the loopback of the host
 * is published.
 */
export function dockerProcess(
  ports: BrokerPorts,
  volume: string | undefined,
  logFile: string,
): ProcessSpec {
  const properties = brokerProperties(ports, DATA)
    .trim()
    .split('\n')
    .map((line) => line.split('=', 2) as [string, string]);
  const advertised = ['advertised.listeners', `PLAINTEXT://127.0.0.1:${ports.client}`] as const;
  const variables = [...properties, advertised].flatMap(([name, value]) => {
    const inside = name === 'listeners' ? value.replaceAll('127.0.0.1', '0.0.0.0') : value;
    return ['-e', `${asVariable(name)}=${inside}`];
  });
  return {
    name: 'kafka',
    command: 'docker',
    args: [
      ...['run', '--rm', '-p', `127.0.0.1:${ports.client}:${ports.client}`],
      ...(volume === undefined ? [] : ['-v', `${volume}:${DATA}`]),
      ...variables,
      KAFKA_IMAGE,
    ],
    logFile,
  };
}
