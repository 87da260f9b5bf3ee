import { Clock } from '@app/platform';
import { type CommandContext } from '@app/pricing';
import { parsePosition, type StatementAnswer } from '@app/wire';
import { type Contract, type ContractCommand, ContractRefusedError } from '../domain/index.js';
import { BookLoader } from '../projections/book-loader.js';
import { type PeriodView } from '../projections/closing.js';
import { decidePeriod, type DecidedPeriod, stateOf } from '../projections/decided-period.js';
import { nextStatements } from '../projections/next-statements.js';
import { positionOf } from '../projections/position-of.js';
import { type Issue } from '../projections/statement-of.js';
import { StatementOvertakenError, StatementStore } from '../storage/statement.store.js';
import { ContractCommands } from './contract-commands.js';
import { type PeriodChanged } from './period-changed.answer.js';

const CONTRACT_SIDE = -1;
const ATTEMPTS = 10;

/** Something was recorded since the book was loaded: decide again on a newer one. */
class BookBehindError extends Error {}

type CommandOf = (view: PeriodView) => ContractCommand;

interface By {
  readonly reason: string;
  readonly context: CommandContext;
}

/** Commands on periods: the decision and the statements that follow from it, in one transaction. */
export class PeriodCommands {
  constructor(
    private readonly contracts: ContractCommands,
    private readonly loader: BookLoader,
    private readonly statements: StatementStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param commandOf the command on the commitment as it stands
   * @throws CommitmentNotFoundError
   * @throws ContractRefusedError
   */
  async execute(commitmentId: string, by: By, commandOf: CommandOf): Promise<PeriodChanged> {
    const { contractId } = await this.contracts.holding(commitmentId);
    return again(() => this.decide(contractId, commitmentId, by, commandOf));
  }

  /**
   * Issues the next version of all closed periods of a commitment whose figures changed.
   *
   * @throws CommitmentNotFoundError
   * @throws ContractRefusedError `period-not-ended` when the period is not closed
   */
  async restate(commitmentId: string, index: number, by: By): Promise<PeriodChanged> {
    mustBeClosed(await this.contracts.holding(commitmentId), commitmentId, index);
    return again(async () => {
      const book = await this.loader.current();
      const issue = this.issueOf(by);
      const state = stateOf(book, commitmentId, issue.issuedAt);
      const { newest, bookAt } = await this.issuedBefore(commitmentId);
      const next = await nextStatements(book, state, newest, issue, bookAt);
      if (by.context.dryRun !== true) await this.statements.issue(next);
      const position = positionOf(book.address);
      const { contractId } = state.contract;
      return changed({ version: state.version, position, replayed: false, contractId }, next);
    });
  }

  private async decide(
    contractId: string,
    commitmentId: string,
    by: By,
    commandOf: CommandOf,
  ): Promise<PeriodChanged> {
    const { context } = by;
    const [book, before] = [await this.loader.current(), await this.issuedBefore(commitmentId)];
    let command: ContractCommand | undefined;
    const remember = (view: PeriodView): ContractCommand => (command = commandOf(view));
    const issue = this.issueOf(by);
    const decided = await decidePeriod(book, before, commitmentId, issue, remember).catch(
      refusedOnly,
    );
    if (command === undefined) throw new BookBehindError();
    // Refused or not, the store looks first whether it has answered this request before.
    const done = await this.contracts.execute(contractId, command, {
      ...context,
      onAppend: async (client, [first]) => {
        if (first?.position !== decided?.position) throw new BookBehindError();
        await this.statements.add(client, decided?.statements ?? [], first?.position ?? null);
      },
    });
    const { version, position, replayed } = done;
    const issued =
      context.dryRun === true ? (decided?.statements ?? []) : await this.issuedAt(position);
    return changed({ version, position, replayed, contractId }, issued);
  }

  private issueOf({ reason, context: { actor } }: By): Issue {
    return { issuedAt: this.clock.now().toISOString(), issuedBy: actor, reason };
  }

  private async issuedBefore(commitmentId: string): Promise<Parameters<typeof decidePeriod>[1]> {
    const newest = await this.statements.newest(commitmentId);
    return { newest, bookAt: (position) => this.loader.at(position) };
  }

  private issuedAt(position: string): ReturnType<StatementStore['issuedWith']> {
    return this.statements.issuedWith(parsePosition(position).shards.get(CONTRACT_SIDE) ?? 0n);
  }
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const isBehind = error instanceof BookBehindError || error instanceof StatementOvertakenError;
      if (!isBehind || left === 1) throw error;
    }
  }
}

function mustBeClosed(contract: Contract, commitmentId: string, index: number): void {
  const commitment = contract.commitments.find((one) => one.commitmentId === commitmentId);
  if (commitment?.closed.some((period) => period.index === index) === true) return;
  throw new ContractRefusedError('period-not-ended', '/index', `period ${index} is not closed`);
}

function changed(
  done: Omit<PeriodChanged, 'statements'>,
  issued: readonly StatementAnswer[],
): PeriodChanged {
  const brief = issued.map(({ periodIndex, version }) => ({ periodIndex, version }));
  return { ...done, statements: brief.sort((a, b) => a.periodIndex - b.periodIndex) };
}

function refusedOnly(error: unknown): DecidedPeriod | undefined {
  if (error instanceof ContractRefusedError) return undefined;
  throw error;
}
