/** No contract of this id was known at the moment asked for. */
export class ContractNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(contractId: string) {
    super(`no contract "${contractId}"`);
  }
}

/** No commitment of this id was known at the moment asked for. */
export class CommitmentNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(commitmentId: string) {
    super(`no commitment "${commitmentId}"`);
  }
}
