/** No alert has this id. */
export class AlertNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(alertId: string) {
    super(`no alert "${alertId.slice(0, 60)}"`);
  }
}
