import { contractBody, produce, until, usageEvent, type WholeLedger } from '../support/index.js';

/** The processes that the page stands on. */
export const ROLES = ['api', 'ingest', 'monitor'] as const;

const DAY_MS = 86_400_000;
const SOURCE = 'exporter/browser-spec';
const WITHIN = { deadlineMs: 60_000 };
const MONTHS_BEFORE = 8;

/** First day of a contract year that is two thirds through today. */
export function contractStart(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_BEFORE, 1))
    .toISOString()
    .slice(0, 10);
}

/** The same day `years` later. */
export function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/** A commitment of 100 billion over five years, and daily bills that fall somewhat short of it. */
export async function signAndSpend(ledger: WholeLedger, commitmentId: string): Promise<void> {
  const start = contractStart();
  await ledger.post('/v1/contracts', contract(commitmentId, start));
  const today = Math.floor(Date.now() / DAY_MS);
  const first = Date.parse(start) / DAY_MS;
  const lines = Array.from({ length: today - first }, (_, index) => {
    const number = first + index;
    return line(`day-${index}`, dayName(number), dayName(number + 1), amountOf(number));
  });
  await send(ledger, lines);
  await until(
    'the bills are counted and judged',
    async () => {
      const { body } = await ledger.get<{ data: unknown[] }>('/v1/alerts');
      return body.data.length > 0 && body;
    },
    WITHIN,
  );
}

function contract(commitmentId: string, start: string): object {
  const input = { contractId: 'aws', commitmentId, start, end: yearsAfter(start, 5) };
  const { commitments, ...body } = contractBody(input);
  const named = (commitments as object[]).map((commitment) => ({
    ...commitment,
    name: 'USD 100B over five years',
  }));
  return { ...body, commitments: named };
}

/** One more line of usage, of today, through Kafka. */
export async function spendToday(
  ledger: WholeLedger,
  id: string,
  billedCost: string,
): Promise<void> {
  const now = new Date().toISOString();
  await send(ledger, [line(id, now, undefined, billedCost)]);
}

async function send(ledger: WholeLedger, lines: readonly object[]): Promise<void> {
  await produce(ledger.topic.name, [
    {
      key: SOURCE,
      value: JSON.stringify(lines),
      headers: { 'content-type': 'application/cloudevents-batch+json' },
    },
  ]);
}

function line(id: string, start: string, end: string | undefined, billedCost: string): object {
  return usageEvent({
    source: SOURCE,
    id,
    data: {
      chargePeriodStart: instant(start),
      ...(end === undefined ? {} : { chargePeriodEnd: instant(end) }),
      serviceName: 'Bedrock',
      billedCost,
      billingCurrency: 'USD',
    },
  });
}

/** A weekly rhythm around 50 million a day, with odd cents. */
function amountOf(day: number): string {
  const weekday = (day + 4) % 7;
  const base = weekday === 0 || weekday === 6 ? 43_000_000 : 52_500_000;
  const wave = Math.round(2_400_000 * Math.sin(day / 9) + 1_100_000 * Math.sin(day * 1.7));
  return `${base + wave}.${String((day * 37) % 100).padStart(2, '0')}`;
}

function dayName(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function instant(text: string): string {
  return text.length === 10 ? `${text}T00:00:00Z` : text;
}
