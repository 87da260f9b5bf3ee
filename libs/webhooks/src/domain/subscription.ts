import { type MessageSeverity, type OutboxMessage, SEVERITIES } from './message.js';

/** What an endpoint wants to be told. Globs: `*` alone, or a prefix that ends in `.*`. */
export interface Subscription {
  readonly types: readonly string[];
  readonly commitments: readonly string[];
  readonly minSeverity: MessageSeverity;
}

/** `commitment.*` matches every type below it; any other text matches itself. */
export function matchesGlob(glob: string, text: string): boolean {
  return glob.endsWith('*') ? text.startsWith(glob.slice(0, -1)) : glob === text;
}

/** Whether a message goes to an endpoint. `minSeverity` judges alerts and data types only. */
export function isSubscribed(
  { types, commitments, minSeverity }: Subscription,
  { type, severity, commitmentId }: Pick<OutboxMessage, 'type' | 'severity' | 'commitmentId'>,
): boolean {
  if (!types.some((glob) => matchesGlob(glob, type))) return false;
  if (commitmentId !== null && !commitments.some((glob) => matchesGlob(glob, commitmentId))) {
    return false;
  }
  const graded = type.startsWith('commitment.alert.') || type.startsWith('data.');
  if (!graded || severity === null) return true;
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(minSeverity);
}
