/** The identity of a quarantined event that still names its place in a sequence. */
export interface QuarantinedSequence {
  readonly source: string;
  readonly epoch: string;
  readonly sequence: string;
}

const LARGEST = 2n ** 64n - 1n;

/**
 * Which number of which sequence the quarantined bytes carry, if they can be read that far: it has
 * arrived, so that it leaves no gap.
 */
export function quarantinedSequence(raw: Buffer): QuarantinedSequence | undefined {
  let value: unknown;
  try {
    value = JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined; // what cannot be read names no sequence
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { source, epoch, sequence } = value as Record<string, unknown>;
  if (typeof source !== 'string' || !isUnsigned(epoch) || !isUnsigned(sequence)) return undefined;
  return { source, epoch, sequence };
}

function isUnsigned(text: unknown): text is string {
  return typeof text === 'string' && /^(0|[1-9]\d{0,19})$/.test(text) && BigInt(text) <= LARGEST;
}
