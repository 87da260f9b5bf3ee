// A webhook receiver in plain Node (>= 20), without packages.
//
//   WEBHOOK_SECRET=whsec_… node receiver.mjs [port]
//
// It shows the four things that every receiver does: verify the raw bytes, drop ids that were seen
// and revisions that are not newer, answer 2xx at once, and only then work.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 64 * 1024;

// Several secrets, comma separated, while one is being replaced.
const secrets = (process.env.WEBHOOK_SECRET ?? '').split(',').filter(Boolean);
if (secrets.length === 0) {
  console.error('WEBHOOK_SECRET is not set: the secret was shown when the endpoint was registered');
  process.exit(2);
}
const keys = secrets.map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));

// In memory here; a receiver that must not work twice keeps both in its database.
const seenIds = new Set();
const newestRevision = new Map();

function isSigned(headers, body) {
  const [id, time, signatures] = ['id', 'timestamp', 'signature'].map(
    (name) => headers[`webhook-${name}`] ?? '',
  );
  if (!id || !/^\d+$/.test(time)) return false;
  if (Math.abs(Date.now() / 1000 - Number(time)) > TOLERANCE_SECONDS) return false;
  const content = Buffer.concat([Buffer.from(`${id}.${time}.`), body]);
  const expected = keys.map((key) =>
    Buffer.from(createHmac('sha256', key).update(content).digest('base64')),
  );
  // One signature per live key of the sender; versions other than v1 are not for us.
  return signatures.split(' ').some((token) => {
    const [version, signature = ''] = token.split(',');
    const given = Buffer.from(signature);
    return (
      version === 'v1' &&
      expected.some((one) => one.length === given.length && timingSafeEqual(one, given))
    );
  });
}

function isNews(id, alert) {
  if (seenIds.has(id)) return false;
  seenIds.add(id);
  if (!alert?.id) return true;
  // Messages of one alert may overtake each other: an older revision is no news.
  if ((newestRevision.get(alert.id) ?? 0) >= alert.revision) return false;
  newestRevision.set(alert.id, alert.revision);
  return true;
}

function work(message) {
  console.log(`${message.timestamp} ${message.type} ${message.data?.alert?.summary ?? ''}`.trim());
}

const server = createServer(async (request, response) => {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return response.writeHead(413).end();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!isSigned(request.headers, body)) return response.writeHead(401).end();
  response.writeHead(204).end();
  const message = JSON.parse(body.toString('utf8'));
  if (isNews(request.headers['webhook-id'], message.data?.alert)) work(message);
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${server.address().port}/`);
});
