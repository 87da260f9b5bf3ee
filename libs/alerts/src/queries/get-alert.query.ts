import { type AlertAnswer } from '@app/wire';
import { Query } from '@nestjs/cqrs';

/** One episode of an alert with all its revisions. */
export class GetAlertQuery extends Query<AlertAnswer> {
  constructor(readonly alertId: string) {
    super();
  }
}
