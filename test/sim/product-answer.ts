import {
  type Contract,
  contractDecider,
  createFold,
  type PeriodFigures,
  type TermsInput,
} from '@app/commitments/domain';
import { fxTableDecider, type Price, priceBookDecider } from '@app/pricing/domain';
import {
  decodeRecord,
  eventCell,
  seriesAttributes,
  seriesDigest,
  type UsageEvent,
} from '@app/wire';
import type { OracleCase, OracleLine } from '../oracle/model.js';

const NOW = new Date('2030-01-01T00:00:00Z');

export interface ProductAnswer {
  readonly periods: readonly PeriodFigures[];
  readonly termGapE18: bigint;
}

function run<S, C, E>(
  decider: {
    initial(): S;
    decide(state: S, command: C): readonly E[];
    evolve(state: S, event: E): S;
  },
  commands: readonly C[],
): S {
  return commands.reduce(
    (state, command) =>
      decider.decide(state, command).reduce((next, event) => decider.evolve(next, event), state),
    decider.initial(),
  );
}

function contractOf({ contract, terms, amendments }: OracleCase): Contract {
  return run(contractDecider, [
    {
      type: 'SignContract',
      contractId: 'c',
      name: 'c',
      reason: 'signed',
      ...contract,
      commitments: [{ commitmentId: 'm', name: 'm', terms: terms as TermsInput }],
    },
    ...amendments.map(({ effectiveFrom, minimum }) => ({
      type: 'AmendTerms' as const,
      commitmentId: 'm',
      effectiveFrom,
      terms: { minimum },
      reason: 'amended',
    })),
  ]);
}

/** What the product's own code answers, from the door where lines arrive to the last figure. */
export function productAnswer(asked: OracleCase): ProductAnswer {
  const { prices, discounts, rates, contract } = asked;
  const book = run(priceBookDecider, [
    {
      type: 'PublishPriceBook',
      priceBookId: 'p',
      provider: contract.provider,
      currency: contract.currency,
      prices: prices as readonly Price[],
      discounts: discounts.map((discount, n) => ({ discountId: `d${n}`, ...discount })),
      reason: 'published',
    },
  ]);
  const table = run(fxTableDecider, [
    { type: 'PublishFxTable', fxTableId: 'f', currency: contract.currency, rates, reason: 'rates' },
  ]);
  const fold = createFold({
    contracts: [contractOf(asked)],
    priceBooks: [book],
    fxTables: [table],
  });
  asked.lines.forEach((line, n) => {
    const event = eventOf(line, n);
    const attrs = seriesAttributes(event);
    const { startDay, endDay, measures } = eventCell(event);
    const [quantityE18, billedE18, listE18, contractedE18, effectiveE18] = measures;
    fold.add(
      { digest: seriesDigest(attrs).toString('hex'), attrs },
      {
        startDay,
        endDay,
        events: 1n,
        quantityE18,
        billedE18,
        listE18,
        contractedE18,
        effectiveE18,
      },
    );
  });
  const { periods, term } = fold.attainment('m', {
    through: null,
    watermark: '2029-12-31',
    today: '2029-12-31',
  });
  return { periods, termGapE18: term.gapE18 };
}

function eventOf(line: OracleLine, n: number): UsageEvent {
  const data = { ...line, recorded: undefined };
  const [decoded] = decodeRecord(
    {
      key: null,
      headers: { 'content-type': Buffer.from('application/cloudevents+json') },
      value: Buffer.from(
        JSON.stringify({
          specversion: '1.0',
          type: 'commitment.usage.v1',
          source: 'oracle',
          id: `line-${n}`,
          data,
        }),
      ),
    },
    { now: NOW },
  );
  if (decoded?.ok !== true) throw new Error(JSON.stringify(decoded));
  return decoded.event;
}
