import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { type ProblemCode, statusOf, titleOf } from '../problem-details/problems.js';

const BY_ERROR = new Map<string, ProblemCode>([
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'request-timeout'],
]);

/** Answers what Node's parser refuses before there is a request; then the connection ends. */
export function answerClientError(error: { readonly code: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = BY_ERROR.get(error.code) ?? 'bad-request';
  const status = statusOf(code);
  const body = JSON.stringify({
    type: `/problems/${code}`,
    title: titleOf(code),
    status,
    detail: titleOf(code),
    instance: randomUUID(),
    code,
    errors: [],
  });
  const head =
    `HTTP/1.1 ${status} ${titleOf(code)}\r\ncontent-type: application/problem+json; charset=utf-8\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
  // A half-open socket would hold up the closing of the server.
  socket.end(head + body, () => socket.destroy());
}
