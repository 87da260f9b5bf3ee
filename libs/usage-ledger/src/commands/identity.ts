import type { UsageEvent } from '@app/wire';

/** What makes two events the same: (source, epoch, sequence) if both are there, else (source, id). */
export function identityOf({
  source,
  id,
  epoch,
  sequence,
}: Pick<UsageEvent, 'source' | 'id' | 'epoch' | 'sequence'>): string {
  return epoch !== undefined && sequence !== undefined
    ? `${source}\0${epoch}\0${sequence}`
    : `${source}\0${id}`;
}

export interface CountedEvent extends UsageEvent {
  readonly epoch: string;
  readonly sequence: string;
}

/** Whether the event's identity is its sequence number (tier 1). */
export function isCounted(event: UsageEvent): event is CountedEvent {
  return event.epoch !== undefined && event.sequence !== undefined;
}
