import { createHash } from 'node:crypto';

/** What an Idempotency-Key is bound to: method, address and body, in whatever order its members come. */
export function requestHash(method: string, url: string, body: unknown): string {
  const hash = createHash('sha256').update(`${method} ${url}\n`);
  return hash.update(Buffer.isBuffer(body) ? body : sorted(body)).digest('hex');
}

function sorted(value: unknown): string {
  // No body at all has no JSON.
  if (value === undefined) return '';
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
