import { type Alert, type ListMeta } from '@app/wire';
import { Query } from '@nestjs/cqrs';
import { type AlertFilter } from '../storage/alert.reader.js';

export interface AlertSlice {
  /** 1..1000 */
  readonly limit: number;
  /** `next` of the slice before. */
  readonly after?: string | undefined;
}

export interface AlertsAnswer {
  readonly data: Alert[];
  /** Null on the last slice. */
  readonly next: string | null;
  readonly meta: ListMeta;
}

/** Episodes of alerts, newest first. */
export class ListAlertsQuery extends Query<AlertsAnswer> {
  constructor(
    readonly slice: AlertSlice,
    readonly filter: AlertFilter = {},
  ) {
    super();
  }
}
