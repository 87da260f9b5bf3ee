import type { Decider } from '../decider.js';
import { IdempotencyKeyReusedError, VersionConflictError } from '../event-store.errors.js';
import type { EventStore } from '../event-store.js';

interface Deposited {
  readonly type: 'Deposited';
  readonly amount: string;
}
type Deposit = Omit<Deposited, 'type'>;

class NothingDepositedError extends Error {
  readonly code = 'nothing-deposited';
}

const account: Decider<readonly string[], Deposit, Deposited> = {
  initial: () => [],
  decide: (state, { amount }) => {
    if (amount === '') throw new NothingDepositedError();
    return state.includes(amount) ? [] : [{ type: 'Deposited', amount }];
  },
  evolve: (state, { amount }) => [...state, amount],
  snapshot: {
    schemaVersion: 1,
    every: 3n,
    encode: (state) => ({ amounts: state }),
    decode: (json) => (json as { amounts: string[] }).amounts,
  },
};

const options = { actor: 'alice' };

/** What every event store does: the fake of the unit specs and PostgreSQL pass the same facts. */
export function eventStoreContract(open: () => EventStore): void {
  appends(open);
  isAskedAgain(open);
}

function appends(open: () => EventStore): void {
  describe('an event store', () => {
    it('appends what is decided, with gap-free versions and positions', async () => {
      const store = open();
      const first = await store.execute('a-1', account, { amount: '1' }, options);
      const other = await store.execute('a-2', account, { amount: '1' }, options);
      const second = await store.execute('a-1', account, { amount: '2' }, options);
      expect([first, other, second].map(({ version }) => version)).toEqual([1n, 1n, 2n]);
      expect([other, second].map(({ position }) => position - first.position)).toEqual([1n, 2n]);
      expect(second.events[0]).toMatchObject({
        stream: 'a-1',
        type: 'Deposited',
        data: { type: 'Deposited', amount: '2' },
        actor: 'alice',
      });
      expect(await store.head()).toEqual({
        position: second.position,
        recordedAt: second.events[0]?.recordedAt,
      });
    });

    it('answers the version when nothing changes, and refuses with the domain error', async () => {
      const store = open();
      await store.execute('b-1', account, { amount: '1' }, options);
      const same = await store.execute('b-1', account, { amount: '1' }, options);
      expect(same).toMatchObject({ events: [], version: 1n, replayed: false });
      await expect(store.execute('b-1', account, { amount: '' }, options)).rejects.toThrow(
        NothingDepositedError,
      );
      expect(await store.readStream('b-1')).toHaveLength(1);
    });

    it('loads through snapshots, and as of a past moment', async () => {
      const store = open();
      for (let n = 1; n <= 7; n += 1) {
        await store.execute('c-1', account, { amount: String(n) }, options);
      }
      const events = await store.readStream('c-1');
      expect(await store.load('c-1', account)).toEqual({
        state: ['1', '2', '3', '4', '5', '6', '7'],
        version: 7n,
      });
      const fourth = events[3];
      expect(await store.load('c-1', account, { recordedAt: fourth?.recordedAt ?? '' })).toEqual({
        state: ['1', '2', '3', '4'],
        version: 4n,
      });
      expect(await store.load('c-1', account, { position: fourth?.position ?? 0n })).toMatchObject({
        version: 4n,
      });
    });
  });
}

function isAskedAgain(open: () => EventStore): void {
  describe('an event store that is asked again', () => {
    it('replays an idempotent command and refuses its key with another body', async () => {
      const store = open();
      const call = { ...options, idempotencyKey: 'k1', bodyHash: 'h1' };
      const first = await store.execute('d-1', account, { amount: '5' }, call);
      await store.execute('d-1', account, { amount: '6' }, options);
      const again = await store.execute('d-1', account, { amount: '5' }, call);
      expect(again).toEqual({ ...first, replayed: true });
      await expect(
        store.execute('d-1', account, { amount: '7' }, { ...call, bodyHash: 'h2' }),
      ).rejects.toThrow(IdempotencyKeyReusedError);
      const bob = await store.execute('d-1', account, { amount: '8' }, { ...call, actor: 'bob' });
      expect(bob).toMatchObject({ version: 3n, replayed: false });
    });

    it('refuses a version that was not seen', async () => {
      const store = open();
      await store.execute('e-1', account, { amount: '1' }, options);
      await expect(
        store.execute('e-1', account, { amount: '2' }, { ...options, expectedVersion: 0n }),
      ).rejects.toThrow(VersionConflictError);
      const next = { ...options, expectedVersion: 1n };
      expect(await store.execute('e-1', account, { amount: '2' }, next)).toMatchObject({
        version: 2n,
      });
    });

    it('follows all events in order of position', async () => {
      const store = open();
      const start = (await store.head()).position;
      await store.execute('f-1', account, { amount: '1' }, options);
      await store.execute('f-2', account, { amount: '1' }, options);
      await store.execute('f-1', account, { amount: '2' }, options);
      const events = await store.readAll(start, 2);
      expect(events.map(({ stream }) => stream)).toEqual(['f-1', 'f-2']);
      const rest = await store.readAll(events[1]?.position ?? 0n, 10);
      expect(rest.map(({ stream, version }) => [stream, version])).toEqual([['f-1', 2n]]);
      expect(rest.every(({ recordedAt }) => /\.\d{6}Z$/.test(recordedAt))).toBe(true);
    });
  });
}
