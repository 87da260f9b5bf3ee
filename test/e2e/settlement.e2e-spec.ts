import {
  contractBody,
  startWholeLedger,
  until,
  usageEvent,
  type WholeLedger,
} from '../support/index.js';
import { ContractSide } from './contract-side.js';
import { amounts, type Statement } from './statement-answer.js';

type Fields = Readonly<Record<string, unknown>>;

const FIVE_YEARS = { start: '2022-01-01', end: '2027-01-01' };
const M = 1_000_000n;
/** Nothing is closed before somebody says so. */
const BY_COMMAND = { settleAfterDays: 3_000 };

let ledger: WholeLedger;
let side: ContractSide;
let sent = 0;

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'ingest', 'monitor'] });
  side = new ContractSide(ledger);
}, 60_000);

afterAll(() => ledger.stop());

/** One contract of 20B a year, 2022 to 2026, whose commitment and account have its name. */
async function sign(id: string, terms: Fields = {}): Promise<void> {
  const who = { contractId: id, commitmentId: id, billingAccountIds: [id] };
  await ledger.post('/v1/contracts', contractBody({ ...who, ...FIVE_YEARS, terms }));
}

/** Sends one line of an account and waits until the figures include it. */
async function use(id: string, day: string, millions: bigint, more: Fields = {}): Promise<void> {
  sent += 1;
  const data = {
    ...{ billingAccountId: id, billingCurrency: 'USD', billedCost: (millions * M).toString() },
    chargePeriodStart: `${day}T00:00:00Z`,
    ...more,
  };
  const event = usageEvent({ source: `exporter/${id}`, id: `line-${sent}`, data });
  const { body } = await ledger.post<{ position: string }>('/v1/events', [event]);
  await side.position(id, body.position);
}

/** Acts on a period and waits until the figures include it. */
async function act(id: string, index: number, what: string, body: Fields): Promise<void> {
  await side.position(
    id,
    await side.change(`/v1/commitments/${id}`, `periods/${index}/${what}`, body),
  );
}

const settle = (id: string, index: number): Promise<void> =>
  act(id, index, 'settle', { reason: 'the books are closed' });

async function statement(id: string, index: number, version?: number): Promise<Statement> {
  const query = version === undefined ? '' : `?version=${version}`;
  const answer = await ledger.get<Statement>(`/v1/commitments/${id}/statements/${index}${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** What a request on a period is refused with. */
async function refusal(id: string, act: string, body: Fields): Promise<unknown[]> {
  const of = `/v1/commitments/${id}`;
  const headers = { 'if-match': await side.tagOf(of) };
  const answer = await side.post(`${of}/periods/${act}`, body, headers);
  return [answer.status, answer.body.code];
}

const reason = { reason: 'spec' };

describe('closing a period by command', () => {
  it('issues its statement, marked incomplete while usage is missing', async () => {
    await sign('by-command');
    await use('by-command', '2022-05-05', 19_990n);
    const of = '/v1/commitments/by-command';
    const headers = { 'if-match': await side.tagOf(of), 'idempotency-key': 'settle-1' };
    const path = `${of}/periods/1/settle`;
    const dry = await side.post(`${path}?dryRun=true`, reason, headers);
    const issued = [{ periodIndex: 1, version: 1 }];
    expect(dry.body).toMatchObject({ dryRun: true, version: 2, statements: issued });
    expect((await ledger.get(`${of}/statements/1`)).status).toBe(404);
    const first = await side.post(path, reason, headers);
    expect([first.status, first.headers.get('etag'), first.body]).toEqual([
      ...[200, '"2"'],
      expect.objectContaining({ periodIndex: 1, version: 2, dryRun: false, statements: issued }),
    ]);
    const again = await side.post(path, reason, headers);
    expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', first.body]);
    const made = await statement('by-command', 1);
    expect(made).toMatchObject({
      ...{ version: 1, state: 'SHORTFALL_ASSESSED', incomplete: true },
      // 20,000,000,000 less 19,990,000,000
      figures: { counted: '19990000000.00', gap: '10000000.00', shortfall: '10000000.00' },
    });
    expect(made.inputsHash).toMatch(/^[0-9a-f]{64}$/);
    const { body } = await ledger.get<{ data: Fields[] }>(`${of}/statements`);
    expect(body.data).toEqual([
      expect.objectContaining({
        ...issued[0],
        counted: '19990000000.00',
        inputsHash: made.inputsHash,
      }),
    ]);
  }, 60_000);

  it('is refused while it runs, twice, and where there is none', async () => {
    await sign('refused');
    expect(await refusal('refused', '5/settle', reason)).toEqual([409, 'period-not-ended']);
    expect(await refusal('refused', '9/settle', reason)).toEqual([404, 'not-found']);
    expect(await refusal('refused', '1/settle', {})).toEqual([400, 'reason-required']);
    await settle('refused', 1);
    expect(await refusal('refused', '1/settle', reason)).toEqual([409, 'period-closed']);
    const missing = await ledger.get('/v1/commitments/refused/statements/1?version=2');
    expect([missing.status, missing.body.code]).toEqual([404, 'not-found']);
  }, 60_000);
});

describe('closing a period by itself', () => {
  it('waits for usage up to the end, then issues the statement', async () => {
    await sign('by-itself');
    await use('by-itself', '2022-12-30', 20_000n);
    expect((await ledger.get('/v1/commitments/by-itself/statements/1')).status).toBe(404);
    await use('by-itself', '2022-12-31', 1n, { chargePeriodEnd: '2023-01-01T00:00:00Z' });
    const made = await until(
      'the statement of 2022',
      async () => {
        const { status, body } = await ledger.get<Statement>(
          '/v1/commitments/by-itself/statements/1',
        );
        return status === 200 && body;
      },
      { deadlineMs: 20_000 },
    );
    expect(made).toMatchObject({
      ...{ version: 1, state: 'SETTLED', incomplete: false, issuedBy: 'system:monitor' },
      figures: { counted: '20001000000.00', shortfall: '0.00', excess: '1000000.00' },
    });
  }, 60_000);
});

describe('W11, usage that comes after the close', () => {
  const CORRECTION = {
    ...{ chargeClass: 'Correction', billingPeriodStart: '2023-02-01' },
    correctedBillingPeriodStart: '2022-12-01',
  };

  it('NEXT_OPEN_PERIOD: the statement stands, the next year counts it', async () => {
    await sign('next-open', { lateData: { afterSettle: 'NEXT_OPEN_PERIOD' } });
    await use('next-open', '2022-05-05', 19_990n);
    await settle('next-open', 1);
    await use('next-open', '2022-12-20', 14n, CORRECTION);
    const { meta, ...position } = await side.position('next-open', '-1:1');
    expect(position.periods.map(({ counted }) => counted).slice(0, 2)).toEqual([
      '19990000000',
      '14000000',
    ]);
    expect((await statement('next-open', 1)).figures.shortfall).toBe('10000000.00');
    // Another process folds the same from the segments themselves.
    const then = await side.positionAsOf('next-open', meta.asOf);
    expect(then.periods.map(({ counted }) => counted)).toEqual(
      position.periods.map(({ counted }) => counted),
    );
  }, 60_000);

  it('RESTATE: the year that it was used in counts it, and version 2 says why', async () => {
    await sign('restate');
    await use('restate', '2022-05-05', 19_990n);
    await settle('restate', 1);
    const first = await statement('restate', 1);
    expect([first.figures.shortfall, first.delta]).toEqual(['10000000.00', []]);
    await use('restate', '2022-12-20', 14n, CORRECTION);
    const { periods } = await side.position('restate', '-1:1');
    expect(periods.map(({ counted }) => counted).slice(0, 2)).toEqual(['20004000000', '0']);
    // Nothing is issued before somebody asks, or another day has come.
    expect(await statement('restate', 1)).toEqual(first);

    const path = '/v1/commitments/restate/periods/1/restate';
    const headers = { 'idempotency-key': 'restate-1' };
    const done = await side.post(path, reason, headers);
    const issued = [{ periodIndex: 1, version: 2 }];
    expect([done.status, done.body.statements]).toEqual([200, issued]);
    const again = await side.post(path, reason, headers);
    expect([again.headers.get('idempotency-replayed'), again.body]).toEqual(['true', done.body]);
    const second = await statement('restate', 1);
    expect(second).toMatchObject({
      ...{ version: 2, state: 'SETTLED' },
      figures: { counted: '20004000000.00', shortfall: '0.00', excess: '4000000.00' },
    });
    // 20,004M less 19,990M counted; the shortfall of 10M is gone, 4M are left over.
    expect(amounts(second)).toEqual({
      counted: [['CORRECTION', '14000000.00']],
      gap: [['CORRECTION', '-10000000.00']],
      shortfall: [['CORRECTION', '-10000000.00']],
      excess: [['CORRECTION', '4000000.00']],
    });
    expect(second.inputsHash).not.toBe(first.inputsHash);
    expect(await statement('restate', 1, 1)).toEqual(first);

    const unchanged = await side.post(path, reason);
    expect([unchanged.status, unchanged.body.statements]).toEqual([200, []]);
    expect(await refusal('restate', '2/restate', reason)).toEqual([409, 'period-not-ended']);
  }, 60_000);

  it('changes later statements through lots, which say so', async () => {
    const carryForward = { fraction: '1', expiresAfterPeriods: 1, order: 'GAP_FILL' };
    await sign('lots', { carryForward, lateData: BY_COMMAND });
    await use('lots', '2022-05-05', 20_003n);
    await use('lots', '2023-05-05', 19_990n);
    await settle('lots', 1);
    await settle('lots', 2);
    // The lot of 3M of 2022 fills a part of the gap of 10M.
    expect((await statement('lots', 2)).figures.shortfall).toBe('7000000.00');
    await use('lots', '2022-06-06', 5n);
    await use('lots', '2023-06-06', 1n);
    const { body } = await side.post('/v1/commitments/lots/periods/1/restate', reason);
    expect(body.statements).toEqual([1, 2].map((periodIndex) => ({ periodIndex, version: 2 })));
    const second = await statement('lots', 2);
    // 20,000 − 19,991 − 8 = 1M
    expect(second.figures).toMatchObject({ counted: '19991000000.00', shortfall: '1000000.00' });
    expect(amounts(second).shortfall).toEqual([
      ['LATE_USAGE', '-1000000.00'],
      ['EARLIER_PERIOD', '-5000000.00'],
    ]);
  }, 60_000);
});

describe('a closed period with a gap', () => {
  beforeAll(async () => {
    await sign('gap', { lateData: { ...BY_COMMAND, cureDays: 30 } });
    await use('gap', '2022-05-05', 19_990n);
    await use('gap', '2023-05-05', 20_006n);
    await settle('gap', 1);
  }, 60_000);

  it('is cured by spend of the next one, up to the gap', async () => {
    expect((await statement('gap', 1)).state).toBe('CURE');
    const amount = (millions: bigint): Fields => ({ ...reason, amount: (millions * M).toString() });
    expect(await refusal('gap', '1/cure', amount(11n))).toEqual([422, 'cure-too-large']);
    expect(await refusal('gap', '2/cure', amount(1n))).toEqual([409, 'period-not-ended']);
    await act('gap', 1, 'cure', amount(4n));
    const { periods } = await side.position('gap', '-1:1');
    expect(periods.map(({ counted }) => counted).slice(0, 2)).toEqual([
      '19994000000',
      '20002000000',
    ]);
    const second = await statement('gap', 1);
    expect(second).toMatchObject({
      ...{ version: 2, state: 'CURE' },
      figures: { curedIn: '4000000.00', counted: '19994000000.00', shortfall: '6000000.00' },
    });
    expect(amounts(second).shortfall).toEqual([['TERMS', '-4000000.00']]);
  }, 60_000);

  it('is paid, in part or more than is due', async () => {
    const payment = (amount: string): Fields => ({ ...reason, amount, paidOn: '2023-02-01' });
    await act('gap', 1, 'payments', payment('6000000.50'));
    const { periods } = await side.position('gap', '-1:1');
    expect(periods[0]).toMatchObject({ state: 'SHORTFALL_PAID' });
    // A payment changes no figure of the settlement.
    expect((await statement('gap', 1)).version).toBe(2);
    expect(await refusal('gap', '2/payments', payment('1'))).toEqual([409, 'no-shortfall']);
    expect(await refusal('gap', '1/payments', { ...reason, amount: '1' })).toEqual([
      400,
      'required',
    ]);
  }, 60_000);

  it('is no longer cured when the days of the cure are over', async () => {
    await sign('over');
    await settle('over', 1);
    expect(await refusal('over', '1/cure', { ...reason, amount: '1' })).toEqual([
      409,
      'period-closed',
    ]);
  }, 60_000);
});
