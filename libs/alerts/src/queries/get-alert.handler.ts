import { type AlertAnswer } from '@app/wire';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { AlertNotFoundError } from '../alert.errors.js';
import { AlertReader } from '../storage/alert.reader.js';
import { GetAlertQuery } from './get-alert.query.js';

@QueryHandler(GetAlertQuery)
export class GetAlertHandler implements IQueryHandler<GetAlertQuery> {
  constructor(private readonly reader: AlertReader) {}

  /** @throws AlertNotFoundError */
  async execute({ alertId }: GetAlertQuery): Promise<AlertAnswer> {
    const alert = await this.reader.find(alertId);
    if (alert === null) throw new AlertNotFoundError(alertId);
    return alert;
  }
}
