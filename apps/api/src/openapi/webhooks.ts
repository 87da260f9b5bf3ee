import type { OpenAPIObject } from '@nestjs/swagger';

type Webhooks = NonNullable<OpenAPIObject['webhooks']>;

const text = (name: string, description: string) => ({
  name,
  in: 'header' as const,
  required: true,
  description,
  schema: { type: 'string' },
});

/** The `webhooks:` section: what registered endpoints are sent. */
export const WEBHOOKS: Webhooks = {
  message: {
    post: {
      operationId: 'webhooks_message',
      summary: 'A signed message to a registered endpoint; answer 2xx, then work',
      tags: ['webhooks'],
      parameters: [
        text('webhook-id', 'The same for every attempt, endpoint and replay: the idempotency key'),
        text(
          'webhook-timestamp',
          'Unix seconds of this attempt; refuse what is over 5 minutes away',
        ),
        text('webhook-signature', 'Space-separated v1,<base64>: HMAC-SHA256, one per live key'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/WebhookMessage' } },
        },
      },
      responses: {
        '2XX': { description: 'Received' },
        '410': { description: 'Gone: the endpoint is disabled' },
        default: { description: 'Tried again, thirteen times in three days' },
      },
    },
  },
};
