import { dayNumber, dayOfInstant } from '@app/calendar';

import { type Alert } from '../api/answers.js';
import { SEVERITIES } from '../alerts/alert-words.js';
import { type Bounds } from './window.js';

/** Alerts that fall on (nearly) the same place of the axis. */
export interface Marker {
  readonly x: number;
  readonly alerts: readonly Alert[];
  /** The highest of its alerts. */
  readonly severity: Alert['severity'];
}

const APART = 18;

/** The usage day that an alert speaks about: when its condition began, else when it fired. */
export function dayOfAlert({ since, firedAt, updatedAt }: Alert): string {
  return since ?? dayOfInstant(firedAt ?? updatedAt);
}

/** Alerts from left to right, those closer than a symbol's width together in one marker. */
export function markersOf(
  alerts: readonly Alert[],
  bounds: Bounds,
  x: (at: number) => number,
): Marker[] {
  const shown = alerts
    .filter(({ status }) => status !== 'pending')
    .map((alert) => ({ alert, day: dayOfAlert(alert) }))
    .filter(({ day }) => day >= bounds.start && day <= bounds.end)
    .sort((a, b) => a.day.localeCompare(b.day));
  const groups: { x: number; alerts: Alert[] }[] = [];
  for (const { alert, day } of shown) {
    const at = x(dayNumber(day));
    const last = groups.at(-1);
    if (last !== undefined && at - last.x < APART) last.alerts.push(alert);
    else groups.push({ x: at, alerts: [alert] });
  }
  return groups.map((group) => ({ ...group, severity: highest(group.alerts) }));
}

function highest(alerts: readonly Alert[]): Alert['severity'] {
  return (
    SEVERITIES.findLast((severity) => alerts.some((alert) => alert.severity === severity)) ?? 'info'
  );
}
