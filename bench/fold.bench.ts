import { formatDay } from '@app/calendar';
import { E18 } from '@app/money';
import { type Contract, contractDecider, createFold, type Fold } from '@app/commitments/domain';
import { type PriceBook } from '@app/pricing/domain';
import { type Cell, type SeriesAttributes } from '@app/usage-ledger/domain';

const SERIES = 2_000;
const CELLS = 1_000_000;
const FIRST_DAY = 20_819; // 2027-01-01
const SEGMENT_CELLS = 2_000;

interface Row {
  readonly series: { readonly digest: string; readonly attrs: SeriesAttributes };
  readonly cell: Omit<Cell, 'digest'>;
}

function contract(): Contract {
  const [event] = contractDecider.decide(contractDecider.initial(), {
    type: 'SignContract',
    contractId: 'bench',
    name: 'bench',
    provider: 'AWS',
    currency: 'USD',
    start: '2027-01-01',
    end: '2032-01-01',
    reason: 'bench',
    commitments: [
      {
        commitmentId: 'bench',
        name: 'bench',
        terms: {
          minimum: '20000000000',
          classes: [
            { class: 'MARKETPLACE', fraction: '1', cap: { of: 'ANNUAL_MINIMUM', pct: '0.25' } },
          ],
        },
      },
    ],
  });
  if (event === undefined) throw new Error('the contract was not signed');
  return contractDecider.evolve(contractDecider.initial(), event);
}

function seriesOf(n: number): Row['series'] {
  const attrs: SeriesAttributes = {
    source: `exporter/${n % 8}`,
    chargeCategory: n % 50 === 0 ? 'Tax' : 'Usage',
    billingEntity: n % 10 === 0 ? 'AWS Marketplace' : 'AWS',
    billingAccountId: '123456789012',
    subAccountId: String(n),
    serviceName: 'AmazonEC2',
    billingCurrency: 'USD',
    skuId: 'sku',
    consumedUnit: 'tokens',
    invoiced: false,
    mask: 3,
  };
  return { digest: n.toString(16).padStart(32, '0'), attrs };
}

function rows(metered: boolean): Row[] {
  const series = Array.from({ length: SERIES }, (_, n) => seriesOf(n));
  return Array.from({ length: CELLS }, (_, i) => {
    const n = i % SERIES;
    const day = FIRST_DAY + Math.floor((Math.floor(i / SERIES) * 1_826) / (CELLS / SERIES));
    const amount = BigInt((i * 7_919) % 1_000_003) * E18;
    return {
      series: series[n] ?? seriesOf(n),
      cell: {
        startDay: day,
        endDay: day + 1,
        events: 10n,
        quantityE18: metered ? amount : E18,
        billedE18: metered ? null : amount / 100n,
        listE18: null,
        contractedE18: null,
        effectiveE18: null,
      },
    };
  });
}

function add(fold: Fold, some: readonly Row[]): void {
  for (const { series, cell } of some) fold.add(series, cell);
}

/** CPU time of this process: neighbours on the machine do not count. */
function timed<T>(work: () => T): { ms: number; value: T } {
  const start = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1e3, value };
}

const PRICES: PriceBook = {
  priceBookId: 'bench',
  provider: 'AWS',
  currency: 'USD',
  priority: 100,
  prices: [{ skuId: 'sku', unit: 'tokens', per: '1000000', unitPrice: '3.30' }],
  discounts: [{ discountId: 'edp', rate: '0.15', skuIds: '*' }],
};

function measure(metered: boolean): Record<string, number | string> {
  const all = rows(metered);
  const heapBefore = process.memoryUsage().heapUsed;
  const fold = createFold({ contracts: [contract()], priceBooks: [PRICES], fxTables: [] });
  const folded = timed(() => {
    add(fold, all);
  });
  const day = (after: number): string => formatDay(FIRST_DAY + after);
  const at = { through: null, watermark: day(900), today: day(901) };
  const first = timed(() => fold.attainment('bench', at));
  const firstDays = timed(() => fold.attainment('bench', at).days.length);
  const segment = all.slice(480_000, 480_000 + SEGMENT_CELLS);
  const again = Array.from({ length: 50 }, () =>
    timed(() => {
      add(fold, segment);
      return fold.attainment('bench', at);
    }),
  );
  const ordered = again.map(({ ms }) => ms).sort((a, b) => a - b);
  const days = timed(() => fold.attainment('bench', at).days.length);
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const tenths = (ms: number | undefined): number => Math.round((ms ?? 0) * 10) / 10;
  return {
    input: metered ? 'metered' : 'billed',
    cells: CELLS,
    series: SERIES,
    foldMs: Math.round(folded.ms),
    firstAttainmentMs: tenths(first.ms),
    firstDayEntriesMs: tenths(firstDays.ms),
    segmentCells: SEGMENT_CELLS,
    segmentMsMedian: tenths(ordered[25]),
    segmentMsP95: tenths(ordered[47]),
    dayEntriesMs: tenths(days.ms),
    heapMb: Math.round(heapMb),
  };
}

for (const metered of [false, true]) {
  process.stdout.write(`${JSON.stringify(measure(metered))}\n`);
}
