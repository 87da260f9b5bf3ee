/** One event of a `text/event-stream`. */
export interface ServerEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: string;
}

/** Reads a stream of text pieces, cut anywhere, as server-sent events (WHATWG HTML, section 9.2.6). */
export class ServerEventReader {
  private rest = '';
  private data: string[] = [];
  private event = '';
  private id: string | undefined;

  /** The events completed by this piece; comments (heartbeats) complete none. */
  push(piece: string): ServerEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): ServerEvent[] {
    if (line === '') return this.dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.event = value;
    if (field === 'id') this.id = value;
    return [];
  }

  private dispatch(): ServerEvent[] {
    const { data, event, id } = this;
    this.data = [];
    this.event = '';
    if (data.length === 0) return [];
    return [
      {
        ...(id === undefined ? {} : { id }),
        event: event === '' ? 'message' : event,
        data: data.join('\n'),
      },
    ];
  }
}
