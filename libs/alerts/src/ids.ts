import { createHash } from 'node:crypto';
import { type AlertKey } from './domain/index.js';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 26;
const BITS = 5;

/** First 130 bits of SHA-256 of the fields joined by newlines, in Crockford base 32. */
export function b32(...fields: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(fields.join('\n')).digest('hex');
  const bits = BigInt(`0x${digest}`) >> BigInt(256 - CHARACTERS * BITS);
  return Array.from({ length: CHARACTERS }, (_, index) => {
    const shift = BigInt((CHARACTERS - 1 - index) * BITS);
    return CROCKFORD.charAt(Number((bits >> shift) & 31n));
  }).join('');
}

/** Id of the default rule of a kind: the same on every ledger and in every replay. */
export function ruleIdOf(commitmentId: string, kind: string): string {
  return `rul_${b32('rule/1', commitmentId, kind)}`;
}

/** Id of a rule that somebody adds beside the defaults: its name makes it another one. */
export function ownRuleIdOf(commitmentId: string, kind: string, name: string): string {
  return `rul_${b32('rule/1', commitmentId, kind, name)}`;
}

/** Id of one episode of an alert. */
export function alertIdOf(key: AlertKey, episode: number): string {
  const { commitmentId, periodIndex, ruleId, scope } = key;
  return `alr_${b32('alert/1', commitmentId, periodIndex, ruleId, scope, episode)}`;
}

/** Id of the message of one revision: what receivers drop repeats by. */
export function messageIdOf(alertId: string, revision: number): string {
  return `msg_${b32('message/1', alertId, revision)}`;
}

/** Stream of all episodes of an alert. */
export function streamOf({ commitmentId, periodIndex, ruleId, scope }: AlertKey): string {
  return `alert-${b32('key/1', commitmentId, periodIndex, ruleId, scope)}`;
}
