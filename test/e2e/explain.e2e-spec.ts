import {
  type Answer,
  contractBody,
  startWholeLedger,
  usageEvent,
  type WholeLedger,
} from '../support/index.js';
import { ContractSide } from './contract-side.js';

type Fields = Readonly<Record<string, unknown>>;

interface Cell {
  readonly day: string;
  readonly periodIndex: number | null;
  readonly class: string;
  readonly ruleId: string;
  readonly amount: string;
  readonly rate: string;
  readonly converted: string;
  readonly counted: string;
  readonly cuts: readonly { readonly reason: string; readonly amount: string }[];
  readonly price: Fields | null;
  readonly termsVersion: number;
  readonly lines: number;
  readonly segments?: readonly { readonly shard: number; readonly seq: string }[];
  readonly events?: readonly { readonly id: string; readonly href: string; readonly seq: string }[];
}

interface Explained {
  readonly data: readonly Cell[];
  readonly page: { readonly next: string | null };
  readonly meta: { readonly asOf: string };
}

interface Figures {
  readonly index: number;
  readonly counted: string;
  readonly notCounted: readonly {
    readonly class: string;
    readonly reason: string;
    readonly amount: string;
  }[];
}

interface Change {
  readonly periodIndex: number | null;
  readonly figure: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly causes: readonly { readonly cause: string; readonly amount: string }[];
}

const ID = 'explained';
const OF = `/v1/commitments/${ID}`;
const SOURCE = 'exporter/explained';

let ledger: WholeLedger;
let side: ContractSide;
/** Recorded times: after the first lines, and after all that came later. */
let first: string;
let last: string;

const billed = (day: string, billedCost: string, more: Fields = {}): Fields => ({
  ...{ chargePeriodStart: `${day}T00:00:00Z`, billedCost, billingCurrency: 'USD' },
  ...more,
});
const market = { billingEntity: 'AWS Marketplace', lineType: 'Usage' };

async function use(lines: Readonly<Record<string, Fields>>): Promise<string> {
  const events = Object.entries(lines).map(([id, line]) =>
    usageEvent({ source: SOURCE, id, data: { billingAccountId: 'ours', ...line } }),
  );
  return (await ledger.post<{ position: string }>('/v1/events', events)).body.position;
}

async function explain(query: string): Promise<Explained> {
  const answer = await ledger.get<Explained>(`${OF}/explain?${query}`);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
}

async function asOf(position: string): Promise<string> {
  return (await side.position(ID, position)).meta.asOf;
}

/** Sum of amounts that are whole. */
function total(amounts: readonly string[]): string {
  return amounts.reduce((sum, amount) => sum + BigInt(amount), 0n).toString();
}

beforeAll(async () => {
  ledger = await startWholeLedger({ roles: ['api', 'ingest', 'monitor'] });
  side = new ContractSide(ledger);
  await ledger.post('/v1/price-books', {
    ...{ priceBookId: 'tokens', provider: 'AWS', currency: 'USD', reason: 'list' },
    prices: [{ skuId: 'out', unit: 'tokens', per: '1000000', unitPrice: '16.50' }],
  });
  await ledger.post(
    '/v1/contracts',
    contractBody({
      ...{ contractId: ID, commitmentId: ID, billingAccountIds: ['ours'], periods: 5 },
      ...{ start: '2025-01-01', end: '2030-01-01', minimum: '1000' },
      terms: {
        carryForward: { fraction: '1' },
        classes: [
          { class: 'MARKETPLACE', fraction: '1', cap: { of: 'ANNUAL_MINIMUM', pct: '0.25' } },
        ],
      },
    }),
  );
  first = await asOf(
    await use({
      'usage-1': billed('2025-03-01', '500'),
      'usage-2': billed('2025-03-01', '100'),
      'tax-1': billed('2025-03-01', '54', { chargeCategory: 'Tax' }),
      'market-1': billed('2025-03-02', '200', market),
      'market-2': billed('2025-03-03', '80', market),
      'tokens-1': {
        ...{ chargePeriodStart: '2025-03-04T00:00:00Z', skuId: 'out' },
        ...{ consumedQuantity: '10000000', consumedUnit: 'tokens' },
      },
      'foreign-1': billed('2025-03-01', '9', { billingAccountId: 'theirs' }),
      'year-2': billed('2026-02-01', '400'),
    }),
  );
  const more = await use({
    'refund-1': billed('2025-03-05', '-40', { ...market, lineType: 'Refund' }),
    'usage-3': billed('2025-06-01', '300'),
    'correction-1': billed('2025-03-01', '-70', { chargeClass: 'Correction' }),
  });
  await side.position(ID, more);
  await side.change('/v1/price-books/tokens', 'prices', {
    ...{ reason: 'a slip of the pen' },
    prices: [{ skuId: 'out', unit: 'tokens', per: '1000000', unitPrice: '15' }],
  });
  const amended = { minimum: ['900', '1000', '1000', '1000', '1000'] };
  last = await asOf(
    await side.change(OF, 'amendments', {
      ...{ effectiveFrom: '2025-02-01', reason: 'renegotiated', terms: amended },
    }),
  );
}, 120_000);

afterAll(() => ledger.stop());

const moment = (at: string): string => `asOf=${encodeURIComponent(at)}`;

describe('explain', () => {
  it('says of every cell by which rule, what was cut, and how many lines stand behind it', async () => {
    const { data } = await explain(moment(first));
    const rows = data.map((cell) => [
      ...[cell.day, cell.class, cell.ruleId.split('/')[1], cell.amount, cell.counted, cell.lines],
      cell.cuts.map(({ reason, amount }) => `${reason} ${amount}`).join(),
    ]);
    expect(rows).toEqual([
      ['2025-03-01', 'TAX', 'tax', '54', '0', 1, 'tax-never-counts 54'],
      ['2025-03-01', 'USAGE', 'usage', '9', '0', 1, 'outside-contract 9'],
      ['2025-03-01', 'USAGE', 'usage', '600', '600', 2, ''],
      ['2025-03-02', 'MARKETPLACE', 'marketplace', '200', '200', 1, ''],
      // A quarter of 1,000 may count.
      ['2025-03-03', 'MARKETPLACE', 'marketplace', '80', '50', 1, 'over-cap 30'],
      ['2025-03-04', 'USAGE', 'usage', '165', '165', 1, ''],
      ['2026-02-01', 'USAGE', 'usage', '400', '400', 1, ''],
    ]);
  });

  it('names the price that metered usage has, by what was known', async () => {
    const prices = async (at: string): Promise<unknown> =>
      (await explain(`day=2025-03-04&${moment(at)}`)).data.map(({ price, counted }) => [
        ...[price?.priceBookId, price?.unitPrice, counted],
      ]);
    expect(await prices(first)).toEqual([['tokens', '0.0000165', '165']]);
    expect(await prices(last)).toEqual([['tokens', '0.000015', '150']]);
  });

  it('gives the lines of a day, down to the event and its place in the ledger', async () => {
    const { data } = await explain(`day=2025-03-01&class=USAGE&${moment(first)}`);
    const [, cell] = data;
    expect(cell?.events?.map(({ id }) => id).sort()).toEqual(['usage-1', 'usage-2']);
    for (const line of cell?.events ?? []) {
      const { body }: Answer = await ledger.get(line.href);
      expect(body).toMatchObject({ seq: line.seq, event: { id: line.id, source: SOURCE } });
      expect(cell?.segments).toContainEqual({ shard: body.shard, seq: line.seq });
    }
    const later = await explain(`day=2025-03-01&class=USAGE&${moment(last)}`);
    const ids = later.data.flatMap(({ events = [] }) => events.map(({ id }) => id));
    expect(ids.sort()).toEqual(['correction-1', 'foreign-1', 'usage-1', 'usage-2']);
    const one = await explain(`day=2025-03-01&limit=1&${moment(first)}`);
    expect(one.data.map(({ class: name, events }) => [name, events?.length])).toEqual([['TAX', 1]]);
  });

  it('lets a refund eat what lay above the cap first', async () => {
    const { data } = await explain(`day=2025-03-05&${moment(last)}`);
    expect(
      data.map(({ class: name, amount, counted, cuts }) => [name, amount, counted, cuts]),
    ).toEqual(
      // 280 are eligible before it and 240 after it; as amended, 225 may count.
      [['MARKETPLACE', '-40', '0', [{ reason: 'over-cap', amount: '-40' }]]],
    );
  });

  it('adds up to every figure of the position, over pages that show one moment', async () => {
    for (const at of [first, last]) {
      const cells: Cell[] = [];
      for (let cursor = ''; ;) {
        const page = await explain(`limit=3&${cursor === '' ? moment(at) : `cursor=${cursor}`}`);
        cells.push(...page.data);
        if (page.page.next === null) break;
        cursor = page.page.next;
      }
      const { body } = await ledger.get<{ periods: Figures[] }>(`${OF}/position?${moment(at)}`);
      for (const { index, counted, notCounted } of body.periods) {
        const mine = cells.filter(({ periodIndex }) => periodIndex === index);
        expect(total(mine.map((cell) => cell.counted))).toBe(counted);
        const lost = notCounted.map((row) => [row.class, row.reason, row.amount]);
        const cuts = mine.flatMap((cell) =>
          cell.cuts.map((cut) => ({ ...cut, class: cell.class })),
        );
        const keys = new Set(cuts.map((cut) => `${cut.class} ${cut.reason}`));
        const summed = [...keys].map((key) => [
          ...key.split(' '),
          total(
            cuts.filter((cut) => `${cut.class} ${cut.reason}` === key).map((cut) => cut.amount),
          ),
        ]);
        expect(summed.filter(([, , amount]) => amount !== '0').sort()).toEqual(lost.sort());
      }
    }
  });

  it('stops at a usage day, and refuses what it does not know', async () => {
    const { data } = await explain(`through=2025-03-02&${moment(first)}`);
    expect(new Set(data.map(({ day }) => day))).toEqual(new Set(['2025-03-01']));
    const refused = async (path: string): Promise<unknown[]> => {
      const { status, body } = await ledger.get(path);
      return [status, body.code];
    };
    expect(await refused(`${OF}/explain?class=GOLD`)).toEqual([422, 'class-unknown']);
    expect(await refused(`${OF}/explain?day=2025-02-29`)).toEqual([400, 'day-invalid']);
    expect(await refused('/v1/commitments/nobody/explain')).toEqual([404, 'not-found']);
    const query = `from=${encodeURIComponent(last)}&to=${encodeURIComponent(first)}`;
    expect(await refused(`${OF}/diff?${query}`)).toEqual([400, 'period-empty']);
    expect(await refused(`${OF}/diff?from=2020-01-01T00:00:00Z`)).toEqual([404, 'not-found']);
    expect(await refused(`${OF}/diff`)).toEqual([400, 'required']);
  });
});

describe('diff', () => {
  const changes = async (query: string): Promise<Change[]> =>
    (await ledger.get<{ changes: Change[] }>(`${OF}/diff?${query}`)).body.changes;

  const all = (): Promise<Change[]> =>
    changes(`from=${encodeURIComponent(first)}&to=${encodeURIComponent(last)}`);
  const causes = (list: readonly Change[], figure: string, index: number | null): unknown[] =>
    list
      .filter((one) => one.figure === figure && one.periodIndex === index)
      .flatMap(({ before, after, causes: parts }) => [
        ...[before, ...parts.map(({ cause, amount }) => `${cause} ${amount}`), after],
      ]);

  it('splits what was counted by cause', async () => {
    // 600 + 250 + 165 = 1,015. Late: usage 300; the refund leaves marketplace 240 of 250 allowed.
    // Amended to 900, marketplace may count 225.
    expect(causes(await all(), 'counted', 1)).toEqual([
      ...['1015', 'LATE_USAGE 290', 'CORRECTION -70', 'PRICE -15', 'TERMS -15', '1205'],
    ]);
  });

  it('tells what came through carry-forward apart', async () => {
    const list = await all();
    // Excess 15 before, 1,205 - 900 after.
    expect(causes(list, 'carryIn', 2)).toEqual(['15', 'EARLIER_PERIOD 290', '305']);
    expect(causes(list, 'gap', 2)).toEqual(['585', 'EARLIER_PERIOD -290', '295']);
  });

  it('adds up to the change, and to the positions of both moments', async () => {
    const list = await all();
    expect(list.length).toBeGreaterThan(6);
    for (const one of list) {
      expect(total(one.causes.map(({ amount }) => amount))).toBe(one.change);
      expect(total([one.before, one.change])).toBe(one.after);
    }
    const [before, after] = await Promise.all([first, last].map((at) => side.positionAsOf(ID, at)));
    const counted = list.find((one) => one.figure === 'counted' && one.periodIndex === null);
    expect([counted?.before, counted?.after]).toEqual([
      ...[before?.term.counted, after?.term.counted],
    ]);
  });

  it('is empty between a moment and itself an instant later', async () => {
    const now = await changes(`from=${encodeURIComponent(last)}`);
    expect(now).toEqual([]);
  });
});
