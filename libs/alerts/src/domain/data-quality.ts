import { type Instant, type SourceFacts } from './facts.js';
import { type Reading } from './machine.js';
import { type DataQualityRule, type Feed } from './rule.js';
import { type Account, type Describe } from './transition.js';
import { durationInWords } from './words.js';

/** Least cadence that is believed, by kind of feed: a pause below it is never news. */
const LEAST_CADENCE_SECONDS = { stream: 15 * 60, file: 26 * 3600 };
/** A source that usually pauses this long between arrivals delivers files. */
const FILE_CADENCE_SECONDS = 6 * 3600;
/** Late is what stays away for more than twice the cadence. */
const PATIENCE = 2;

/** Time between two arrivals that is usual for a source: as set, else as seen, never below its kind. */
export function cadenceSeconds(rule: DataQualityRule, source: SourceFacts): number {
  const feed = rule.feeds.find((each) => matches(each, source.source));
  const seen = source.cadenceSeconds ?? 0;
  const kind = feed?.kind ?? (seen >= FILE_CADENCE_SECONDS ? 'file' : 'stream');
  return feed?.cadenceSeconds ?? Math.max(seen, LEAST_CADENCE_SECONDS[kind]);
}

/** Whether the source has been silent for longer than it may, at the wall-clock instant `now`. */
export function isLate(rule: DataQualityRule, source: SourceFacts, now: Instant): boolean {
  return silentSeconds(source, now) > PATIENCE * cadenceSeconds(rule, source);
}

/** Reading of R10; a source that is no longer listed (retired) is not late. */
export function readSilence(
  rule: DataQualityRule,
  source: SourceFacts | undefined,
  now: Instant,
): Reading {
  const late = source !== undefined && isLate(rule, source, now);
  return { severity: rule.severity, enters: late, exits: !late, forUnits: 0, keepUnits: 0 };
}

/** Figures and sentence of R10. */
export const describeSilence =
  (rule: DataQualityRule, name: string, source: SourceFacts | undefined, now: Instant): Describe =>
  (type): Account => {
    const usual = source === undefined ? null : cadenceSeconds(rule, source);
    const silent = source === undefined ? null : silentSeconds(source, now);
    const values = {
      source: name,
      lastRecordedAt: source?.lastRecordedAt ?? null,
      watermark: source?.watermark ?? null,
      cadenceSeconds: usual,
      silentSeconds: silent,
    };
    if (type !== 'AlertFired' || silent === null || usual === null) {
      return { values, summary: `usage of ${name} arrives again` };
    }
    return {
      values,
      summary: `no usage of ${name} for ${durationInWords(silent)}, expected every ${durationInWords(usual)}`,
    };
  };

function silentSeconds({ lastRecordedAt }: SourceFacts, now: Instant): number {
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(lastRecordedAt)) / 1000));
}

function matches({ source: pattern }: Feed, source: string): boolean {
  return pattern.endsWith('*') ? source.startsWith(pattern.slice(0, -1)) : source === pattern;
}
