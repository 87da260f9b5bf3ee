/** No FX table of this id was known at the moment asked for. */
export class FxTableNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(fxTableId: string) {
    super(`no FX table "${fxTableId}"`);
  }
}
