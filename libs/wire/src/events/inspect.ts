import { LIMITS } from './limits.js';
import { child, type Fault, fault } from './reason-codes.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Rules that hold for every string, member name and level of an event, whatever its schema: at most
 * 32 levels, no member `__proto__`, no U+0000 and no lone surrogate (PostgreSQL would refuse both).
 */
export function inspect(value: unknown, pointer = '', level = 1): Fault | undefined {
  if (typeof value === 'string') return inspectText(value, pointer);
  if (typeof value !== 'object' || value === null) return undefined;
  if (level > LIMITS.nesting) return fault('nesting-too-deep', pointer);
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__') return fault('member-forbidden', child(pointer, key));
    const found =
      inspectText(key, pointer) ??
      (typeof member === 'string' || (typeof member === 'object' && member !== null)
        ? inspect(member, child(pointer, key), level + 1)
        : undefined);
    if (found) return found;
  }
  return undefined;
}

function inspectText(text: string, pointer: string): Fault | undefined {
  if (text.includes('\u0000')) return fault('text-nul', pointer);
  return LONE_SURROGATE.test(text) ? fault('text-surrogate', pointer) : undefined;
}
