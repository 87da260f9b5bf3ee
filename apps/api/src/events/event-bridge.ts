import type { Principal } from '@app/access';
import type { Producer } from '@app/kafka';
import { Clock } from '@app/platform';
import {
  BATCH_CONTENT_TYPE,
  type EventsAnswer,
  formatPosition,
  POSTED_EVENTS,
  splitPostedEvents,
} from '@app/wire';
import { Inject, Injectable } from '@nestjs/common';
import { ApiSettings } from '../api-settings.js';
import { PRODUCER } from '../core.module.js';
import {
  EventsInvalidError,
  EventsRejectedError,
  TooManyEventsError,
} from './event-bridge.errors.js';
import { type Home, HomeShards } from './home-shards.js';
import { sortEvents, type SortedEvents } from './sort-events.js';
import { toBatchRecords } from './to-records.js';

const HEADERS = { 'content-type': BATCH_CONTENT_TYPE };

/** HTTP into Kafka: stores nothing, and answers only what the broker has confirmed. */
@Injectable()
export class EventBridge {
  constructor(
    @Inject(PRODUCER) private readonly producer: Producer,
    private readonly homes: HomeShards,
    private readonly settings: ApiSettings,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws EventsInvalidError the body is no list of events
   * @throws TooManyEventsError
   * @throws EventsRejectedError none of them could be taken
   * @throws KafkaUnavailableError the broker did not confirm in time; sending again is safe
   */
  async pass(contentType: string, body: Buffer, principal: Principal): Promise<EventsAnswer> {
    const events = splitPostedEvents(mediaType(contentType), body);
    if (events === undefined) throw new EventsInvalidError();
    if (events.length > POSTED_EVENTS) throw new TooManyEventsError(events.length);
    const sorted = sortEvents(events, principal, this.clock.now());
    if (sorted.received === 0 && sorted.rejected.length > 0) throw rejection(sorted);
    const offsets = await this.produce(sorted);
    return {
      received: sorted.received,
      rejected: [...sorted.rejected],
      position: offsets.size === 0 ? null : formatPosition({ offsets }),
    };
  }

  /** Per shard the offset after the last record. */
  private async produce({ accepted }: SortedEvents): Promise<Map<number, bigint>> {
    const homes = await this.homes.find([...accepted.keys()]);
    const ends = await Promise.all(
      [...accepted].map(([source, events]) => this.send(source, events, homes.get(source))),
    );
    const offsets = new Map<number, bigint>();
    for (const { shard, end } of ends.flat()) {
      const known = offsets.get(shard);
      if (known === undefined || end > known) offsets.set(shard, end);
    }
    return offsets;
  }

  /** One record at a time, so that they stay in order and each is small enough for any broker. */
  private async send(
    source: string,
    events: readonly Buffer[],
    home: Home | undefined,
  ): Promise<{ shard: number; end: bigint }[]> {
    const ends: { shard: number; end: bigint }[] = [];
    const place = home === undefined ? {} : { partition: home.partition };
    for (const value of toBatchRecords(events)) {
      const record = { key: source, value, headers: HEADERS, ...place };
      for (const sent of await this.producer.send(this.settings.usageTopic, [record])) {
        const shard = home?.shard ?? (await this.homes.shardOf(sent.partition));
        ends.push({ shard, end: sent.baseOffset + 1n });
      }
    }
    return ends;
  }
}

function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function rejection({ rejected }: SortedEvents): EventsRejectedError {
  return new EventsRejectedError(
    rejected.map(({ index, problem }) => ({ ...problem, pointer: `/${index}${problem.pointer}` })),
  );
}
