import { formatE18, parseE18 } from '@app/money';
import { attained } from '../../testing/attained.js';
import { COMMITMENT_ID, contractWith } from '../../testing/contracts.js';
import { focusLine } from '../../testing/focus-lines.js';
import { type Line } from '../../testing/lines.js';
import { describeRealFiles, plain, readRows, readText } from '../../testing/real-files.js';
import { usd } from '../../testing/usd.js';
import { type SignContract } from '../contract/contract.commands.js';
import { type Contract } from '../contract/contract.state.js';
import { type TermsInput } from '../terms/terms-input.js';

/** One period that holds everything. */
function over(
  provider: string,
  start: string,
  end: string,
  terms: TermsInput = {},
  rest: Partial<SignContract> = {},
): Contract {
  const all: TermsInput = { every: 'FULL', minimum: '1', ...terms };
  const commitment = { commitmentId: COMMITMENT_ID, name: 'all', terms: all };
  return contractWith([commitment], { provider, start, end, ...rest });
}

const by = (rows: readonly { amountE18: bigint; class: string; reason: string }[]): string[] =>
  rows.map((row) => `${row.class} ${row.reason} ${formatE18(row.amountE18)}`);

describeRealFiles('real files', () => {
  it('focus_1_0_sample_1000: each provider counts its own lines', () => {
    const rows = readRows('focus_1_0_sample_1000.csv');
    const lines = rows.map(focusLine);
    const total = lines.reduce((sum, { billed }) => sum + parseE18(billed ?? '0'), 0n);
    expect([rows.length, formatE18(total)]).toEqual([1000, '20.52022672899']);
    const ours = (provider: string, names: string[]) =>
      attained({
        contract: over(provider, '2024-01-01', '2025-01-01', {}, { invoiceIssuerNames: names }),
        lines,
      }).periods[0];
    const aws = ours('AWS', [
      'Amazon Web Services, Inc.',
      'Amazon Web Services Canada, Inc.',
      'Amazon Web Services EMEA SARL',
    ]);
    // Usage 20.62033861840 without the marketplace row, less the credit.
    expect(formatE18(aws?.countedE18 ?? 0n)).toBe('17.6646386184');
    expect(by(aws?.notCounted ?? []).filter((row) => !row.includes('outside'))).toEqual([
      'MARKETPLACE class-not-agreed 0.342',
    ]);
    const credit = aws?.classes.find(({ class: name }) => name === 'CREDIT');
    expect(formatE18(credit?.countedE18 ?? 0n)).toBe('-2.6137');
    expect(formatE18(ours('Microsoft', ['Microsoft'])?.countedE18 ?? 0n)).toBe('1.97651418586');
    const oracle = ours('Oracle', ['Oracle']);
    expect(oracle?.classes.map((row) => `${row.class} ${formatE18(row.countedE18)}`)).toEqual([
      'ADJUSTMENT 0.272',
      'USAGE 0.26507392473',
    ]);
  });

  it('focus_1_0_sample_1000: one Oracle line is September by charge, October by bill', () => {
    const lines = readRows('focus_1_0_sample_1000.csv')
      .filter((row) => row.ProviderName === 'Oracle' && row.BilledCost === '0.24000000000')
      .map(focusLine);
    const months = (terms: TermsInput): string[] => {
      const contract = over('Oracle', '2024-09-01', '2024-11-01', { every: 'MONTH', ...terms });
      return attained({ contract, lines }).periods.map(({ countedE18 }) => formatE18(countedE18));
    };
    expect(months({})).toEqual(['0.24', '0']);
    expect(months({ recognition: 'BILLING_PERIOD' })).toEqual(['0', '0.24']);
  });

  it('oci_cost_report: all 18 decimals', () => {
    const lines = readRows('oci_cost_report_notags.csv').map((row) => ({
      day: (row['lineItem/intervalUsageStart'] ?? '').slice(0, 10),
      billed: plain(row['cost/myCost'] ?? ''),
      billingCurrency: row['cost/currencyCode'] ?? '',
      skuId: row['cost/productSku'] ?? '',
    }));
    expect(lines).toHaveLength(506);
    const { term } = attained({ contract: over('Oracle', '2023-01-01', '2024-01-01'), lines });
    expect(formatE18(term.countedE18)).toBe('2.523589325400648027');
  });

  it('toolkit aws_1_3_cost_and_usage: usage, purchase and tax apart', () => {
    const lines = readRows('toolkit_aws_1_3_cost_and_usage_rows100_seed42.csv').map(focusLine);
    expect(lines).toHaveLength(100);
    const seen = (terms: TermsInput) =>
      attained({ contract: over('AWS', '2026-01-01', '2027-01-01', terms), lines }).periods[0];
    const billed = seen({});
    expect(billed?.classes.map((row) => `${row.class} ${formatE18(row.countedE18)}`)).toEqual([
      'UPFRONT_PURCHASE 1028.74187',
      'USAGE 176.1019611148605',
    ]);
    expect(by(billed?.notCounted ?? [])).toEqual(['TAX tax-never-counts 37.271788']);
    const effective = seen({ basis: 'EFFECTIVE' });
    const all = [effective?.countedE18, ...(effective?.notCounted ?? []).map((r) => r.amountE18)];
    const sum = all.reduce<bigint>((total, amount) => total + (amount ?? 0n), 0n);
    expect(formatE18(sum)).toBe('215.6789011148605');
  });

  it('toolkit aws_1_3: a commitment on ChargeCategory Usage counts what the provider applied', () => {
    const rows = readRows('toolkit_aws_1_3_cost_and_usage_rows100_seed42.csv');
    const scope = {
      InclusionOperator: 'Or',
      Inclusions: [{ Dimension: 'ChargeCategory', Operator: 'In', Values: ['Usage'] }],
    } as const;
    const terms = { every: 'FULL', minimum: '1' } as const;
    const contract = contractWith([{ commitmentId: COMMITMENT_ID, name: 'usage', scope, terms }], {
      start: '2026-01-01',
      end: '2027-01-01',
    });
    const { term } = attained({ contract, lines: rows.map(focusLine) });
    expect(formatE18(term.countedE18)).toBe('176.1019611148605');
  });

  it('toolkit aws_1_2 credits: the purchase counts, the tax does not', () => {
    const file = 'toolkit_aws_1_2_cost_and_usage_rows25_seed7_credits.csv';
    const lines = readRows(file).map(focusLine);
    const total = lines.reduce((sum, { billed }) => sum + parseE18(billed ?? '0'), 0n);
    expect(formatE18(total)).toBe('27.339199');
    const start = `${(lines[0]?.day ?? '').slice(0, 4)}-01-01`;
    const contract = over('AWS', start, `${Number(start.slice(0, 4)) + 1}-01-01`);
    const [period] = attained({ contract, lines }).periods;
    expect(formatE18(period?.countedE18 ?? 0n)).toBe('1.28064');
    expect(by(period?.notCounted ?? [])).toEqual(['TAX tax-never-counts 26.058559']);
  });

  it.each([
    ['a1', 'BILLED', '228', 'SHORTFALL_FEE shortfall-fee 972'],
    ['a2', 'BILLED', '228', 'SHORTFALL_FEE shortfall-fee 972'],
    ['b1', 'BILLED', '1200', ''],
    ['b2', 'BILLED', '1200', ''],
    ['b1', 'EFFECTIVE', '228', 'SHORTFALL_FEE shortfall-fee 972'],
    ['b2', 'EFFECTIVE', '228', 'SHORTFALL_FEE shortfall-fee 972'],
  ] as const)('focus_spec_1_2_spend_agreement_%s by %s', (name, basis, counted, refused) => {
    const lines = readRows(`focus_spec_1_2_spend_agreement_${name}.csv`).map(focusLine);
    const contract = over('Acme Co', '2025-04-01', '2026-04-01', { basis });
    const [period] = attained({ contract, lines }).periods;
    expect(formatE18(period?.countedE18 ?? 0n)).toBe(counted);
    expect(by(period?.notCounted ?? []).join()).toBe(refused);
  });

  it('focus_spec_1_5wd_ai_cached_tokens: 10.00 + 37.50', () => {
    const file = 'focus_spec_1_5wd_ai_cached_tokens_via_csp_marketplace.csv';
    const lines = readRows(file).map(focusLine);
    const { term } = attained({ contract: over('Aura Web', '2025-01-01', '2026-01-01'), lines });
    expect(usd(term.countedE18)).toBe('47.50');
  });

  it('W10: azure_macc: milestones 10,000, 15,000 and 20,000 leave 5,000', () => {
    const text = readText('azure_macc_contributor_milestones_shortfall.json');
    const macc = (JSON.parse(text) as MaccExample).responses['200'].body.properties;
    const after = (instant: string): string =>
      new Date(Date.parse(instant) + 1_000).toISOString().slice(0, 10);
    let start = macc.startAt.slice(0, 10);
    const schedule = [...macc.milestones, macc].map(({ endAt, commitment }) => {
      const row = { start, end: after(endAt), minimum: String(commitment.amount) };
      start = row.end;
      return row;
    });
    const shortfall = {
      treatment: 'CREDIT',
      creditWindow: { startsAfterMonths: 1, months: 13 },
    } as const;
    const terms: TermsInput = { kind: 'CUMULATIVE', schedule, shortfall };
    const contract = contractWith([{ commitmentId: COMMITMENT_ID, name: 'macc', terms }], {
      provider: 'Microsoft',
      start: '2025-05-01',
      end: '2028-06-01',
    });
    const lines = [
      { day: '2025-07-01', billed: '10400' },
      { day: '2026-07-01', billed: '4600' },
    ];
    const { periods } = attained({ contract, lines });
    const required = periods.map(({ requirementE18 }) => usd(requirementE18));
    expect(required).toEqual(['10000.00', '4600.00', '5000.00']);
    const last = periods.at(-1);
    expect(last?.shortfallE18).toBe(parseE18(String(macc.shortfall.charge.amount)));
    expect(last?.credit?.start).toBe(macc.shortfall.startAt.slice(0, 10));
    expect(last?.credit?.end).toBe(after(macc.shortfall.endAt));
  });
});

interface Promised {
  readonly endAt: string;
  readonly commitment: { readonly amount: number };
}

interface Macc extends Promised {
  readonly startAt: string;
  readonly milestones: readonly Promised[];
  readonly shortfall: {
    readonly charge: { readonly amount: number };
    readonly startAt: string;
    readonly endAt: string;
  };
}

interface MaccExample {
  readonly responses: { readonly '200': { readonly body: { readonly properties: Macc } } };
}

describeRealFiles('W12 corrections of the FOCUS specification', () => {
  const contract = over('AWS', '2025-01-01', '2026-01-01', { every: 'MONTH' });
  const read = (name: string): Line[] =>
    readRows(`focus_spec_1_4_correction_${name}.csv`).map((row) => ({
      ...focusLine(row),
      billingCurrency: 'USD',
    }));
  const byMonth = (...files: string[]): string[] =>
    attained({ contract, lines: files.flatMap(read) })
      .periods.filter(({ countedE18 }) => countedE18 !== 0n)
      .map(({ start, countedE18 }) => `${start.slice(0, 7)} ${usd(countedE18)}`);

  it('by ledger or by delta leave 1,500.00 in the month of charge', () => {
    expect(byMonth('closed_1_original', 'closed_1_ledger')).toEqual(['2025-05 1500.00']);
    expect(byMonth('closed_1_original', 'closed_1_delta')).toEqual(['2025-05 1500.00']);
  });

  it('late usage adds to the month of charge', () => {
    expect(byMonth('closed_1_original', 'closed_2_late_ledger')).toEqual(['2025-05 3000.00']);
  });

  it('an open replacement is the whole of its month', () => {
    expect(byMonth('open_1_replacement')).toEqual(['2025-07 1500.00']);
  });
});
