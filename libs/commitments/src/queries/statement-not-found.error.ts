/** No statement of this period and version was issued. */
export class StatementNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(commitmentId: string, periodIndex: number, version?: number) {
    const which = version === undefined ? '' : `version ${version} of `;
    super(`there is no ${which}a statement of period ${periodIndex} of "${commitmentId}"`);
  }
}
