import {
  GetEntriesQuery,
  GetPositionQuery,
  ListCommitmentsQuery,
  ProjectionBehindError,
  SignContractCommand,
} from '@app/commitments';
import { CreatePriceBookCommand } from '@app/pricing';
import { sql } from '../../support/index.js';
import { CONTEXT, WAIT, World } from './world.js';

// A busy machine takes its time.
import.meta.jest.setTimeout(60_000);

let world: World;

beforeAll(async () => {
  world = await World.start();
});

afterAll(() => world.stop());

describe('attainment', () => {
  it('counts usage sent after the signing, exact to the last digit', async () => {
    await world.sign('exact');
    const minPosition = await world.feed.send([
      world.billed('a-exact', '2025-01-01', '0.1'),
      world.billed('a-exact', '2025-01-01', '0.2'),
      world.billed('a-exact', '2025-02-03', '12.345678901234567891'),
      world.billed('a-exact', '2026-05-01', '7'),
      world.billed('somebody-else', '2026-01-01', '1000'),
    ]);
    const answer = await world.app.queries.execute(
      new GetPositionQuery('exact', { minPosition, ...WAIT }),
    );
    expect(answer).toMatchObject({
      commitmentId: 'exact',
      currency: 'USD',
      term: { minimum: '7300', counted: '19.645678901234567891' },
      periods: [
        { index: 1, start: '2025-01-01', end: '2026-01-01', counted: '12.645678901234567891' },
        { index: 2, start: '2026-01-01', end: '2027-01-01', counted: '7' },
      ],
    });
    expect(answer.periods[0]?.gap).toBe('3637.354321098765432109');
    expect(answer.meta).toMatchObject({ through: null, silentSources: [] });
  });

  it('counts metered usage once its price is published, and then for earlier days too', async () => {
    await world.sign('priced');
    const metered = { skuId: 'tokens-in', consumedQuantity: '1500000', consumedUnit: 'tokens' };
    const unpriced = await world.feed.send([
      world.line('a-priced', '2026-01-05', metered),
      world.line('a-priced', '2026-01-06', metered),
    ]);
    const before = await world.app.queries.execute(
      new GetPositionQuery('priced', { minPosition: unpriced, ...WAIT }),
    );
    expect(before.term.counted).toBe('0');
    expect(before.suspense).toMatchObject({
      unpricedLines: 2,
      unpricedQuantity: [{ skuId: 'tokens-in', quantity: '3000000' }],
    });

    const { position } = await world.app.commands.execute(
      new CreatePriceBookCommand(
        {
          priceBookId: 'book',
          provider: 'AWS',
          currency: 'USD',
          prices: [{ skuId: 'tokens-in', unit: 'tokens', per: '1000000', unitPrice: '3.3' }],
          reason: 'spec',
        },
        CONTEXT,
      ),
    );
    const after = await world.app.queries.execute(
      new GetPositionQuery('priced', { minPosition: position, ...WAIT }),
    );
    expect(after.term.counted).toBe('9.9');
    expect(after.suspense.unpricedLines).toBe(0);

    const then = await world.app.queries.execute(
      new GetPositionQuery('priced', { asOf: before.meta.asOf }),
    );
    expect({ ...then, meta: null }).toEqual({ ...before, meta: null });
  });

  it('cuts by usage day', async () => {
    await world.sign('cut');
    const minPosition = await world.feed.send([
      world.billed('a-cut', '2026-03-01', '1'),
      world.billed('a-cut', '2026-03-02', '2'),
      world.billed('a-cut', '2026-03-03', '4'),
    ]);
    const answer = await world.app.queries.execute(
      new GetPositionQuery('cut', { through: '2026-03-03', minPosition, ...WAIT }),
    );
    expect(answer).toMatchObject({ term: { counted: '3' }, meta: { through: '2026-03-03' } });
    const entries = await world.app.queries.execute(
      new GetEntriesQuery('cut', {}, { limit: 10 }, { through: '2026-03-03' }),
    );
    expect(entries.data.map(({ day, balance }) => [day, balance])).toEqual([
      ['2026-03-01', '1'],
      ['2026-03-02', '3'],
    ]);
  });

  it('takes a commitment id once in the whole ledger, and half a signing never', async () => {
    await world.sign('once');
    const again = new SignContractCommand(
      {
        contractId: 'another-contract',
        name: 'x',
        provider: 'AWS',
        currency: 'USD',
        start: '2026-01-01',
        end: '2027-01-01',
        reason: 'spec',
        commitments: ['fresh', 'once'].map((commitmentId) => ({
          commitmentId,
          name: commitmentId,
          terms: { periods: 1, minimum: '1' },
        })),
      },
      CONTEXT,
    );
    await expect(world.app.commands.execute(again)).rejects.toMatchObject({
      code: 'already-exists',
    });
    const list = await world.app.queries.execute(
      new ListCommitmentsQuery({ limit: 1000 }, { position: true }),
    );
    const ids = list.data.map(({ commitmentId }) => commitmentId);
    expect(ids).toContain('once');
    expect(ids).not.toContain('fresh');
  });

  it('says that it is behind rather than answer from before', async () => {
    await world.sign('behind');
    const query = new GetPositionQuery('behind', { minPosition: '@0:999999999', waitMs: 50 });
    await expect(world.app.queries.execute(query)).rejects.toBeInstanceOf(ProjectionBehindError);
  });

  it('refuses a commitment that was never signed, and one not signed by then', async () => {
    await world.sign('young');
    const never = world.app.queries.execute(new GetPositionQuery('never'));
    await expect(never).rejects.toMatchObject({ code: 'not-found' });
    const then = new GetPositionQuery('young', { asOf: '2020-01-01T00:00:00Z' });
    await expect(world.app.queries.execute(then)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps read models equal to a fold from zero', async () => {
    const minPosition = await world.feed.send([world.billed('a-exact', '2026-01-09', '1')]);
    await world.app.queries.execute(new GetPositionQuery('exact', { minPosition, ...WAIT }));
    const days = await sql<{ sum: string }>(
      world.home.url,
      `select sum(counted)::text as sum from ledger.attainment_day where commitment_id = 'exact'`,
    );
    expect(days).toEqual([{ sum: '20.645678901234567891' }]);
  });

  it('answers the present to whoever asks for the future', async () => {
    const future = { asOf: '9999-01-01T00:00:00Z' };
    const answer = await world.app.queries.execute(new GetPositionQuery('exact', future));
    const present = await world.app.queries.execute(new GetPositionQuery('exact'));
    const states = ({ periods }: typeof answer): string[] => periods.map(({ state }) => state);
    expect(states(answer)).toEqual(states(present));
    expect(answer.term.counted).toBe('20.645678901234567891');
    expect(answer.meta.asOf < future.asOf).toBe(true);
  });

  it('left nothing for a person to look at', () => {
    expect(world.monitor.errors).toEqual([]);
    expect(world.monitor.health.ready).toBe(true);
  });
});
