import { type Meta } from '../api/answers.js';
import { lastDayOf, shortDay, shortInstant } from '../format/date.js';

/** What a panel's figures are made of: one line for below it. */
export function freshnessInWords(meta: Pick<Meta, 'asOf'> & Partial<Meta>): string {
  const parts = [`As of ${shortInstant(meta.asOf)}`];
  if (meta.watermark === null) parts.push('no usage day complete yet');
  if (typeof meta.watermark === 'string') {
    parts.push(`usage complete through ${shortDay(lastDayOf(meta.watermark))}`);
  }
  if (meta.lagMs !== undefined) parts.push(`lag ${lagInWords(meta.lagMs)}`);
  return parts.join(' · ');
}

/** `1 source is silent: aws-billing`; empty when all report. */
export function silenceInWords(sources: readonly string[]): string {
  if (sources.length === 0) return '';
  const subject = sources.length === 1 ? '1 source is' : `${sources.length} sources are`;
  return `${subject} silent: ${sources.join(', ')}`;
}

function lagInWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
