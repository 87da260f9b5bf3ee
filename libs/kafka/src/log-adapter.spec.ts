import { type LogEntry, logLevel } from 'kafkajs';
import { logCreator } from './log-adapter.js';

class Lines {
  readonly lines: string[] = [];
  readonly log = (text: string) => this.lines.push(`log ${text}`);
  readonly error = (text: string) => this.lines.push(`error ${text}`);
  readonly warn = (text: string) => this.lines.push(`warn ${text}`);
  readonly debug = (text: string) => this.lines.push(`debug ${text}`);
}

const entry = (level: logLevel, message: string, error?: string): LogEntry => ({
  namespace: 'Runner',
  level,
  label: '',
  log: { timestamp: '', message, error, logger: undefined as never },
});

describe('log adapter', () => {
  it('calls nothing an error', () => {
    const lines = new Lines();
    const write = logCreator(lines)(logLevel.WARN);
    write(entry(logLevel.ERROR, 'Something new', 'why'));
    expect(lines.lines).toEqual(['warn kafkajs Runner: Something new: why']);
  });

  it.each([
    'The group coordinator is not available',
    'The group is rebalancing, so a rejoin is needed',
    'Topic with this name already exists',
    'Connection error: connect ECONNREFUSED 127.0.0.1:9092',
  ])('keeps down what heals itself: %s', (message) => {
    const lines = new Lines();
    logCreator(lines)(logLevel.WARN)(entry(logLevel.ERROR, message));
    expect(lines.lines).toEqual([`debug kafkajs Runner: ${message}`]);
  });

  it('says the same once a minute', () => {
    const lines = new Lines();
    let now = 0;
    const write = logCreator(lines, () => now)(logLevel.WARN);
    for (now of [0, 59_999, 60_000]) write(entry(logLevel.ERROR, 'again'));
    expect(lines.lines).toHaveLength(2);
  });
});
