/** The contract wants a second principal to approve a change of its terms; one alone is refused. */
export class FourEyesRequiredError extends Error {
  readonly code = 'four-eyes';

  constructor(contractId: string) {
    super(`contract "${contractId}" is under four-eyes: nobody changes its terms alone`);
  }
}
