import { z } from 'zod';
import { Severity } from './alert.schema.js';
import { ListMeta, listOf } from './meta.js';
import { Count, Instant, text } from './scalars.js';

const url = z.string({ error: 'webhook-url-invalid' }).min(1, { error: 'webhook-url-invalid' });

/** What of an endpoint its owner chooses. Addresses, types and headers the domain judges. */
const settings = {
  format: z.enum(['standard', 'alertmanager']).optional(),
  signatures: z
    .array(z.enum(['v1', 'v1a']))
    .min(1)
    .max(2)
    .optional(),
  types: z.array(z.string().min(1).max(128)).min(1).max(100).optional(),
  commitments: z.array(z.string().min(1).max(128)).min(1).max(1000).optional(),
  minSeverity: Severity.optional(),
  tier: z.int().min(1).max(3).optional(),
  ordering: z.enum(['per_alert', 'none']).optional(),
  coalesce: z.boolean().optional(),
  concurrency: z.int().min(1).max(64).optional(),
  headers: z.record(z.string().max(128), z.string().max(1024)).optional(),
};

/** `POST /v1/webhook-endpoints` */
export const RegisterEndpointBody = z
  .strictObject({
    ...settings,
    url,
    secret: z.string().max(256).optional().describe('whsec_…; one is made when absent'),
    description: text(256).optional(),
  })
  .meta({ id: 'RegisterEndpointBody' });
export type RegisterEndpointBody = z.infer<typeof RegisterEndpointBody>;

/** `PATCH /v1/webhook-endpoints/{endpointId}`: what is left out stays. */
export const UpdateEndpointBody = z
  .strictObject({
    ...settings,
    url: url.optional(),
    description: text(256).optional(),
    state: z.literal('paused').optional(),
  })
  .meta({ id: 'UpdateEndpointBody' });
export type UpdateEndpointBody = z.infer<typeof UpdateEndpointBody>;

export const EndpointState = z
  .enum(['verifying', 'active', 'paused', 'disabled'])
  .meta({ id: 'EndpointState' });
export type EndpointState = z.infer<typeof EndpointState>;

const endpointShape = {
  endpointId: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  state: EndpointState,
  disabledReason: z.string().nullable(),
  format: z.enum(['standard', 'alertmanager']),
  signatures: z.array(z.enum(['v1', 'v1a'])),
  types: z.array(z.string()),
  commitments: z.array(z.string()),
  minSeverity: Severity,
  tier: Count,
  ordering: z.enum(['per_alert', 'none']),
  coalesce: z.boolean(),
  concurrency: Count,
  headers: z.record(z.string(), z.string()).describe('Values of credentials are not shown'),
  schemaVersion: z.string(),
  version: Count,
  createdAt: Instant,
};

export const WebhookEndpoint = z.strictObject(endpointShape).meta({ id: 'WebhookEndpoint' });
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

/** The only answer that ever shows a secret. */
export const EndpointSecretAnswer = z
  .strictObject({ ...endpointShape, secret: z.string().describe('Shown once') })
  .meta({ id: 'EndpointSecretAnswer' });
export type EndpointSecretAnswer = z.infer<typeof EndpointSecretAnswer>;

export const WebhookEndpointList = listOf('WebhookEndpointList', WebhookEndpoint, ListMeta);
export type WebhookEndpointList = z.infer<typeof WebhookEndpointList>;

/** `POST …/secret/rotate`: the old key goes on to sign for `overlapHours`. */
export const RotateSecretBody = z
  .strictObject({ overlapHours: z.int().min(0).max(168).optional() })
  .meta({ id: 'RotateSecretBody' });
export type RotateSecretBody = z.infer<typeof RotateSecretBody>;

export const TestDeliveryAnswer = z
  .strictObject({ messageId: z.string(), deliveryId: z.string() })
  .meta({ id: 'TestDeliveryAnswer' });
export type TestDeliveryAnswer = z.infer<typeof TestDeliveryAnswer>;
