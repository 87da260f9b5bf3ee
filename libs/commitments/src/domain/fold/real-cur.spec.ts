import { formatE18, parseE18 } from '@app/money';
import { foldOf } from '../../testing/attained.js';
import { COMMITMENT_ID, contractOf } from '../../testing/contracts.js';
import { addLines, type Line } from '../../testing/lines.js';
import { describeRealFiles, plain, readRows } from '../../testing/real-files.js';

type Row = Record<string, string>;

const readCur = (): Row[] => readRows('aws_cur_legacy_anonymous.csv');

const curLine = (row: Row): Line => ({
  day: (row['lineItem/UsageStartDate'] ?? '').slice(0, 10),
  billed: plain(row['lineItem/UnblendedCost'] ?? ''),
  billingCurrency: row['lineItem/CurrencyCode'] ?? '',
  lineType: row['lineItem/LineItemType'] ?? '',
  billingEntity: row['bill/BillingEntity'] ?? '',
  invoiceIssuerName: row['bill/InvoicingEntity'] ?? '',
  billingAccountId: row['bill/PayerAccountId'] ?? '',
  serviceName: row['lineItem/ProductCode'] ?? '',
});

const total = (lines: readonly Line[]): string =>
  formatE18(lines.reduce((sum, { billed }) => sum + parseE18(billed ?? '0'), 0n));

describeRealFiles('W22 a real legacy CUR', () => {
  it('counts its usage, not its tax, in any order and batching', () => {
    const lines = readCur().map(curLine);
    expect(lines).toHaveLength(1_281);
    expect(total(lines)).toBe('1.6823086974');
    const contract = contractOf(
      { every: 'FULL', minimum: '1' },
      { start: '2023-01-01', end: '2024-01-01' },
    );
    const shuffled = foldOf({ contract, lines: [] });
    const order = lines.toSorted((a, b) => Number(a.day > b.day) - Number(a.day < b.day));
    for (let i = 0; i < 7; i += 1) {
      addLines(
        shuffled,
        order.filter((_, n) => n % 7 === i),
      );
    }
    const at = { through: null, watermark: null, today: '2024-02-01' };
    for (const fold of [foldOf({ contract, lines }), shuffled]) {
      const [period] = fold.attainment(COMMITMENT_ID, at).periods;
      expect(formatE18(period?.countedE18 ?? 0n)).toBe('1.6023086974');
      expect(
        period?.notCounted.map(({ reason, amountE18 }) => [reason, formatE18(amountE18)]),
      ).toEqual([['tax-never-counts', '0.08']]);
    }
  });

  it('keyed on LineItemId alone would lose most of it', () => {
    const first = new Map<string, Row>();
    for (const row of readCur()) {
      const id = row['identity/LineItemId'] ?? '';
      if (!first.has(id)) first.set(id, row);
    }
    expect(first.size).toBe(388);
    expect(total([...first.values()].map(curLine))).toBe('0.1418321027');
  });
});
