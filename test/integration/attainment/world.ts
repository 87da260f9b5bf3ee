import { SignContractCommand } from '@app/commitments';
import { Database } from '@app/platform';
import { cloneDatabase, type TestDatabase, usageEvent } from '../../support/index.js';
import { type LedgerApp, startApp } from './ledger-app.js';
import { type RunningMonitor, startMonitor } from './running-monitor.js';
import { UsageFeed } from './usage-feed.js';

type Data = Readonly<Record<string, unknown>>;

export const CONTEXT = { actor: 'spec' };
/** How long a read waits for the position that it was given. */
export const WAIT = { waitMs: 20_000 };

/** The whole way from a usage event to an answer in this process, on a database of its own. */
export class World {
  private lines = 0;

  private constructor(
    readonly home: TestDatabase,
    readonly app: LedgerApp,
    readonly feed: UsageFeed,
    readonly monitor: RunningMonitor,
    private readonly ingest: Database,
  ) {}

  static async start(): Promise<World> {
    const home = await cloneDatabase();
    const ingest = new Database({ url: home.urlOf('ingest'), applicationName: 'spec-ingest' });
    const app = await startApp(home.urlOf('api'));
    const feed = await UsageFeed.start(ingest);
    return new World(home, app, feed, startMonitor(home.urlOf('monitor')), ingest);
  }

  async stop(): Promise<void> {
    await this.monitor.stop();
    await this.app.close();
    await this.ingest.close();
    await this.home.drop();
  }

  /** A commitment of two years, 2025 and 2026, on the account `a-<id>`. */
  async sign(id: string, minimum = '3650'): Promise<string> {
    const terms = { periods: 2, minimum };
    const contract = {
      ...{ contractId: `contract-of-${id}`, name: id, provider: 'AWS', currency: 'USD' },
      ...{ start: '2025-01-01', end: '2027-01-01', reason: 'spec' },
      billingAccountIds: [`a-${id}`],
      commitments: [{ commitmentId: id, name: `Commitment ${id}`, terms }],
    };
    return (await this.app.commands.execute(new SignContractCommand(contract, CONTEXT))).position;
  }

  line(account: string, day: string, data: Data): object {
    this.lines += 1;
    return usageEvent({
      source: `exporter/${account}`,
      id: `line-${this.lines}`,
      data: {
        chargePeriodStart: `${day}T00:00:00Z`,
        chargePeriodEnd: `${day}T01:00:00Z`,
        billingAccountId: account,
        ...data,
      },
    });
  }

  billed(account: string, day: string, cost: string, more: Data = {}): object {
    return this.line(account, day, { billedCost: cost, billingCurrency: 'USD', ...more });
  }
}
