import {
  type SegmentContent,
  type SegmentDictionaries,
  type SegmentEvent,
  type SegmentMessage,
} from '../codec/segment-content.js';
import { type UsageEvent } from '../events/usage-event.js';
import { seriesAttributes, type SeriesAttributes } from '../series/series-attributes.js';
import { seriesKeyJson } from '../series/series-key.js';

/** A segment of these events, one message per `perMessage` of them, with its dictionaries. */
export function contentOf(
  events: readonly UsageEvent[],
  perMessage = 7,
): { content: SegmentContent; dictionaries: SegmentDictionaries } {
  const sources: string[] = [];
  const series: SeriesAttributes[] = [];
  const keys: string[] = [];
  const number = (key: string, of: string[]): number => {
    if (!of.includes(key)) of.push(key);
    return of.indexOf(key);
  };
  const entries = events.map((event): SegmentEvent => {
    const attributes = seriesAttributes(event);
    const seriesNo = number(seriesKeyJson(attributes), keys);
    series[seriesNo] = attributes;
    return { sourceNo: number(event.source, sources), seriesNo, event };
  });
  const messages: SegmentMessage[] = [];
  for (let at = 0; at < events.length; at += perMessage) {
    messages.push({
      offset: 1000n + BigInt(messages.length * 2),
      lane: 'C',
      events: Math.min(perMessage, events.length - at),
      timestampMs: 1_800_000_000_000 + messages.length * 13,
    });
  }
  const dictionaries: SegmentDictionaries = {
    source: (sourceNo) => known(sources[sourceNo]),
    series: (seriesNo) => known(series[seriesNo]),
  };
  return { content: { messages, events: entries }, dictionaries };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('no such dictionary row');
  return value;
}
