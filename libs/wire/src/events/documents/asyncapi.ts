import { LIMITS } from '../limits.js';
import {
  BATCH_CONTENT_TYPE,
  STRUCTURED_CONTENT_TYPE,
  USAGE_EVENT_TYPE,
  USAGE_SCHEMA_FILE,
  USAGE_TOPIC,
} from '../usage-event.js';
import { BATCH_SCHEMA_FILE } from './json-schema.js';
import { type Plain } from './yaml.js';

const KAFKA_BINDING = '0.5.0';
const RETENTION_DAYS = 30;
const SCHEMA_FORMAT = 'application/schema+json;version=2020-12';
const DATA_SCHEMA = `./events/${USAGE_SCHEMA_FILE}#/$defs/UsageLine`;
const text = { type: 'string' };

/** AsyncAPI 3 of the usage topic and of its dead letters. */
export function asyncApi(): Plain {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Commitment Ledger: usage events on Kafka',
      version: '1.0.0',
      description:
        'What exporters send. A change that could break one of them is a new type beside this one.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: BATCH_CONTENT_TYPE,
    servers: { development: { host: 'localhost:9092', protocol: 'kafka' } },
    channels: {
      usage: usageChannel(),
      deadLetters: {
        address: `${USAGE_TOPIC}.dlq`,
        description: 'Copies of refused events; the quarantine of the ledger is the authority.',
        messages: { deadLetter: { $ref: '#/components/messages/deadLetter' } },
      },
    },
    operations: {
      receiveUsage: { action: 'receive', channel: { $ref: '#/channels/usage' } },
      sendDeadLetter: { action: 'send', channel: { $ref: '#/channels/deadLetters' } },
    },
    components: { messages: messages() },
  };
}

function usageChannel(): Plain {
  const ref = (name: string): Plain => ({ $ref: `#/components/messages/${name}` });
  return {
    address: USAGE_TOPIC,
    description:
      'Key: the source of the events, so that one stream and every retry of it meets one shard. ' +
      'Record timestamp: the time of producing, never of usage. Produce with acks=all; any ' +
      'compression is read.',
    messages: { batch: ref('batch'), structured: ref('structured'), binary: ref('binary') },
    bindings: {
      kafka: {
        topic: USAGE_TOPIC,
        partitions: 6,
        topicConfiguration: {
          'cleanup.policy': ['delete'],
          'retention.ms': RETENTION_DAYS * 86_400_000,
          'max.message.bytes': LIMITS.recordBytes,
        },
        bindingVersion: KAFKA_BINDING,
      },
    },
  };
}

function messages(): Plain {
  const bindings = { kafka: { key: text, bindingVersion: KAFKA_BINDING } };
  const message = (title: string, contentType: string, payload: string, headers: Plain): Plain => ({
    title,
    contentType,
    headers: { type: 'object', ...(headers as Record<string, Plain>) },
    payload: { schemaFormat: SCHEMA_FORMAT, schema: { $ref: payload } },
    bindings,
  });
  const typed = (contentType: string): Plain => ({
    required: ['content-type'],
    properties: { 'content-type': { const: contentType } },
  });
  return {
    batch: message(
      'Up to 1,000 events in one record: the recommended form',
      BATCH_CONTENT_TYPE,
      `./events/${BATCH_SCHEMA_FILE}`,
      typed(BATCH_CONTENT_TYPE),
    ),
    structured: message(
      'One event per record',
      STRUCTURED_CONTENT_TYPE,
      `./events/${USAGE_SCHEMA_FILE}`,
      typed(STRUCTURED_CONTENT_TYPE),
    ),
    binary: message('Attributes as headers, data as the value', 'application/json', DATA_SCHEMA, {
      required: ['ce_specversion', 'ce_type', 'ce_source', 'ce_id'],
      properties: {
        ce_specversion: { const: '1.0' },
        ce_type: { const: USAGE_EVENT_TYPE },
        ...Object.fromEntries(
          ['ce_source', 'ce_id', 'ce_epoch', 'ce_sequence', 'ce_time'].map((name) => [name, text]),
        ),
      },
    }),
    deadLetter: {
      title: 'A refused event, its bytes untouched',
      headers: { type: 'object', properties: deadLetterHeaders() },
    },
  };
}

function deadLetterHeaders(): Record<string, Plain> {
  const names = ['message', 'stage'].map((name) => `ledger-error-${name}`);
  const places = ['topic', 'partition', 'offset', 'timestamp'];
  return {
    'ledger-error-code': { $ref: `./events/${USAGE_SCHEMA_FILE}#/$defs/ReasonCode` },
    ...Object.fromEntries(
      [...names, ...places.map((name) => `ledger-original-${name}`), 'traceparent'].map((name) => [
        name,
        text,
      ]),
    ),
  };
}
