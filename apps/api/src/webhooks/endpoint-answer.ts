import type { EndpointAnswer, RegisteredEndpoint } from '@app/webhooks';
import type { EndpointSecretAnswer, WebhookEndpoint } from '@app/wire';
import { Answer, type AnswerHeaders } from '../request/answer.js';

export function endpointAnswer(done: EndpointAnswer): Answer<WebhookEndpoint> {
  return new Answer(done.endpoint, headersOf(done));
}

/** With the secret, which only this answer shows. */
export function secretAnswer(
  done: RegisteredEndpoint,
  status: 200 | 201,
): Answer<EndpointSecretAnswer> {
  const location = `/v1/webhook-endpoints/${done.endpoint.endpointId}`;
  const place = status === 201 ? { location } : {};
  return new Answer({ ...done.endpoint, secret: done.secret }, { ...headersOf(done), ...place });
}

function headersOf({ version, position, replayed }: EndpointAnswer): AnswerHeaders {
  return { version, position: `-1:${position.toString()}`, replayed };
}
