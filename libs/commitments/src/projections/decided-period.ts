import { dayOfInstant } from '@app/calendar';
import { type StoredEvent } from '@app/event-store';
import { type StatementAnswer } from '@app/wire';
import { type ContractCommand, contractDecider, type ContractEvent } from '../domain/index.js';
import { contractStream } from '../commands/contract-stream.js';
import { type StatementStore } from '../storage/statement.store.js';
import { type AttainmentBook, type CommitmentState } from './attainment-book.js';
import { type PeriodView } from './closing.js';
import { type BookAt, nextStatements } from './next-statements.js';
import { type Issue } from './statement-of.js';

/** What a command on a period records, and the statements that go with it. */
export interface DecidedPeriod {
  readonly stream: string;
  /** Version of the contract that it was decided on. */
  readonly version: bigint;
  readonly events: readonly ContractEvent[];
  /** Position that the first event must get: then nothing was recorded in between. */
  readonly position: bigint;
  readonly statements: readonly StatementAnswer[];
}

/** What was issued of the commitment before, and how to fold again what it rests on. */
export interface IssuedBefore {
  readonly newest: Awaited<ReturnType<StatementStore['newest']>>;
  readonly bookAt: BookAt;
}

/**
 * Decides on a period as a book has it, and makes the statements as they are once that is recorded.
 * The book holds the decision afterwards: it is good for nothing else.
 *
 * @throws ContractRefusedError
 */
export async function decidePeriod(
  book: AttainmentBook,
  { newest, bookAt }: IssuedBefore,
  commitmentId: string,
  issue: Issue,
  commandOf: (view: PeriodView) => ContractCommand,
): Promise<DecidedPeriod> {
  const state = stateOf(book, commitmentId, issue.issuedAt);
  const { contract, version } = state;
  const command = commandOf({ state, address: book.address, at: issue.issuedAt });
  const events = contractDecider.decide(contract, command);
  const stream = contractStream(contract.contractId);
  const position = book.address.contractPosition + 1n;
  book.addEvents(
    events.map((data, place): StoredEvent => {
      const at = { position: position + BigInt(place), version: version + BigInt(place) + 1n };
      const recorded = { actor: issue.issuedBy, recordedAt: issue.issuedAt };
      return { ...at, ...recorded, stream, type: data.type, data };
    }),
  );
  const after = stateOf(book, commitmentId, issue.issuedAt);
  return {
    ...{ stream, version, events, position },
    statements: await nextStatements(book, after, newest, issue, bookAt),
  };
}

/** A commitment as the book has it on the day of an instant. */
export function stateOf(book: AttainmentBook, commitmentId: string, at: string): CommitmentState {
  const booked = book
    .commitments()
    .find(({ commitment }) => commitment.commitmentId === commitmentId);
  if (booked === undefined) throw new Error(`the book does not hold ${commitmentId}`);
  return book.state(booked, { through: null, today: dayOfInstant(at) });
}
