/** A commitment that no contract of the judgement holds. */
export class CommitmentUnknownError extends Error {
  readonly code = 'not-found';

  constructor(commitmentId: string) {
    super(`commitment "${commitmentId}" is unknown`);
  }
}
