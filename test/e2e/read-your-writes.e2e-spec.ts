import {
  contractBody,
  startWholeLedger,
  until,
  usageEvent,
  type WholeLedger,
} from '../support/index.js';

interface Position {
  readonly term: { readonly counted: string };
}

const ROUNDS = 1_000;
const LANES = 25;

let ledger: WholeLedger;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'ingest', 'monitor'] });
  for (let lane = 0; lane < LANES; lane += 1) {
    await ledger.post(
      '/v1/contracts',
      contractBody({
        contractId: `ryw-${lane}`,
        commitmentId: `ryw-${lane}`,
        minimum: '1000000.00',
        billingAccountIds: [`account-${lane}`],
      }),
    );
  }
}, 60_000);

afterAll(() => ledger.stop());

function billed(lane: number, round: number): object {
  return usageEvent({
    source: `ryw/${lane}`,
    id: `event-${round}`,
    data: {
      chargePeriodStart: '2026-03-01T00:00:00Z',
      billingAccountId: `account-${lane}`,
      billedCost: '0.01',
      billingCurrency: 'USD',
    },
  });
}

async function oneRound(lane: number, round: number): Promise<string> {
  const { body } = await ledger.post<{ position: string }>('/v1/events', [billed(lane, round)]);
  // A slow machine answers 503 projection-behind and is asked again: never an older answer.
  const answer = await until(
    `position with ${body.position}`,
    async () => {
      const got = await ledger.get<Position>(
        `/v1/commitments/ryw-${lane}/position?minPosition=${encodeURIComponent(body.position)}&waitMs=2000`,
      );
      if (got.status === 503) return false;
      expect(got.status).toBe(200);
      return got;
    },
    { deadlineMs: 30_000 },
  );
  return answer.body.term.counted;
}

describe('GET position with minPosition after POST /v1/events', () => {
  it(`always includes the events posted, in ${ROUNDS} rounds`, async () => {
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      const seen: string[] = [];
      for (let round = 1; round <= ROUNDS / LANES; round += 1) {
        seen.push(await oneRound(lane, round));
      }
      return seen;
    });
    const expected = Array.from({ length: ROUNDS / LANES }, (_, index) =>
      ((index + 1) / 100).toString(),
    );
    for (const seen of await Promise.all(lanes)) expect(seen).toEqual(expected);
  }, 180_000);

  it('answers 503 projection-behind for what cannot be there yet', async () => {
    const answer = await ledger.get(
      '/v1/commitments/ryw-0/position?minPosition=0:99999999&waitMs=100',
    );
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'projection-behind' });
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
