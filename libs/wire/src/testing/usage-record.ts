import { type UsageRecord } from '../events/decode-record.js';

/** The example of the contract page. */
export const EXAMPLE = {
  specversion: '1.0',
  type: 'commitment.usage.v1',
  source: 'exporter/bedrock/us-east-2',
  id: 'be7c-000123',
  epoch: '3',
  sequence: '123',
  time: '2027-08-12T03:10:00Z',
  datacontenttype: 'application/json',
  data: {
    chargePeriodStart: '2027-08-11T14:00:00Z',
    chargePeriodEnd: '2027-08-11T15:00:00Z',
    serviceName: 'Bedrock',
    skuId: 'claude-sonnet-4-6:input:us-east-2',
    skuMeter: 'input_tokens',
    model: 'claude-sonnet-4-6',
    workload: 'inference',
    accelerator: 'trainium2',
    regionId: 'us-east-2',
    billingAccountId: '123456789012',
    subAccountId: '111122223333',
    consumedQuantity: '1234567',
    consumedUnit: 'tokens',
  },
};

/** When the example is being read. */
export const NOW = new Date('2027-08-12T03:11:00Z');

/** The example with members of its data changed; undefined leaves one out. */
export function exampleWith(data: object, attributes: object = {}): object {
  return { ...EXAMPLE, ...attributes, data: { ...EXAMPLE.data, ...data } };
}

const STRUCTURED = 'application/cloudevents+json; charset=UTF-8';
const BATCH = 'application/cloudevents-batch+json';

export function recordOf(value: string | Buffer | null, contentType?: string): UsageRecord {
  return {
    key: null,
    value: typeof value === 'string' ? Buffer.from(value) : value,
    headers: contentType === undefined ? {} : { 'content-type': Buffer.from(contentType) },
  };
}

export function structured(event: unknown): UsageRecord {
  return recordOf(typeof event === 'string' ? event : JSON.stringify(event), STRUCTURED);
}

/** Each element as JSON text, or as the value to be written. */
export function batch(...elements: unknown[]): UsageRecord {
  const texts = elements.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return recordOf(`[${texts.join(',')}]`, BATCH);
}

/** Binary form: attributes as `ce_` headers, the data as the value. */
export function binary(attributes: Record<string, string>, data: unknown): UsageRecord {
  const headers = Object.entries(attributes).map(([name, text]) => [
    `ce_${name}`,
    Buffer.from(text),
  ]);
  return {
    key: null,
    value: Buffer.from(JSON.stringify(data)),
    headers: {
      'content-type': Buffer.from('application/json'),
      ...(Object.fromEntries(headers) as Record<string, Buffer>),
    },
  };
}
