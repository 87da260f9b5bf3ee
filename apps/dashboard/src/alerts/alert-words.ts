import { type Alert } from '../api/answers.js';
import { shortDay, shortInstant } from '../format/date.js';

/** From the mildest to the worst. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;

export const STATUS_OF_ALERT: Readonly<Record<Alert['status'], string>> = {
  pending: 'Pending',
  firing: 'Firing',
  recovering: 'Recovering',
  resolved: 'Resolved',
  notice: 'Notice',
};

const ACTIVE: readonly Alert['status'][] = ['firing', 'recovering', 'pending'];

export function isActive({ status }: Alert): boolean {
  return ACTIVE.includes(status);
}

/** `projected-shortfall` is shown as `Projected shortfall`. */
export function kindInWords(kind: string): string {
  const words = kind.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** `since 1 Jul 2027, fired 2 Jul 2027, 06:00:00 UTC, acknowledged by ana`. */
export function historyInWords(alert: Alert): string {
  const parts = [
    alert.since === null ? '' : `since ${shortDay(alert.since)}`,
    alert.firedAt === null ? '' : `fired ${shortInstant(alert.firedAt)}`,
    alert.resolvedAt === null ? '' : `resolved ${shortInstant(alert.resolvedAt)}`,
    alert.acknowledged === null ? '' : `acknowledged by ${alert.acknowledged.by}`,
    alert.evaluation === 'stale' ? 'its data is late' : '',
    alert.undeliverable ? 'no webhook endpoint takes it' : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What needs somebody first, worst first; then what is over, newest first. */
export function inOrder(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort(
    (a, b) =>
      Number(isActive(b)) - Number(isActive(a)) ||
      (isActive(a) ? rank(b) - rank(a) : 0) ||
      b.updatedAt.localeCompare(a.updatedAt),
  );
}

/** Those raised by a moment of recorded time; all of them without one. */
export function raisedBy(alerts: readonly Alert[], asOf: string | undefined): Alert[] {
  if (asOf === undefined) return [...alerts];
  return alerts.filter(
    ({ firedAt }) => firedAt !== null && Date.parse(firedAt) <= Date.parse(asOf),
  );
}

function rank({ severity }: Alert): number {
  return SEVERITIES.indexOf(severity);
}
