/** The read model has not reached the position asked for in time; the caller asks again. */
export class ProjectionBehindError extends Error {
  readonly code = 'projection-behind';

  constructor(
    minPosition: string,
    /** Where it stands now. */
    readonly position: string,
  ) {
    super(`the read model stands at ${position}, not yet at ${minPosition}`);
  }
}
