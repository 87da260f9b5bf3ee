import { BATCH_CONTENT_TYPE, STRUCTURED_CONTENT_TYPE, POSTED_EVENTS } from '@app/wire';
import type { ApiBodyOptions } from '@nestjs/swagger';

const EVENT = {
  type: 'object',
  description: 'A CloudEvent of type commitment.usage.v1; its schema: docs/events',
} as const;

/** The two forms of a posted body. Their schema is the topic's own, so it is not repeated here. */
export const EVENT_BODY: ApiBodyOptions = {
  required: true,
  content: {
    [STRUCTURED_CONTENT_TYPE]: { schema: EVENT },
    [BATCH_CONTENT_TYPE]: {
      schema: { type: 'array', maxItems: POSTED_EVENTS, items: EVENT },
    },
  },
} as unknown as ApiBodyOptions;
