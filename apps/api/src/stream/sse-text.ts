import type { FeedEvent } from './live-feed.js';

/**
 * Events on the wire. All of one change share an id, and it stands at the last one only, so that a
 * client cut off in between resumes before the change.
 */
export function sseText(events: readonly FeedEvent[], position: string): string {
  return events
    .map(({ topic, data }, index) => {
      const id = index === events.length - 1 ? `id: ${position}\n` : '';
      return `${id}event: ${topic}\ndata: ${data}\n\n`;
    })
    .join('');
}
