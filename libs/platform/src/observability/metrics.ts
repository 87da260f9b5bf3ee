import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process's metrics; names get the prefix `cl_`, units are base units (seconds, bytes). */
export const registry = new Registry();

collectDefaultMetrics({ register: registry, prefix: 'cl_' });

export function counter<L extends string>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Counter<L> {
  return new Counter({
    name: `cl_${name}`,
    help,
    labelNames: [...labelNames],
    registers: [registry],
  });
}

export function gauge<L extends string>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Gauge<L> {
  return new Gauge({
    name: `cl_${name}`,
    help,
    labelNames: [...labelNames],
    registers: [registry],
  });
}

export function histogram<L extends string>(
  name: string,
  help: string,
  buckets: readonly number[],
  labelNames: readonly L[] = [],
): Histogram<L> {
  return new Histogram({
    name: `cl_${name}`,
    help,
    buckets: [...buckets],
    labelNames: [...labelNames],
    registers: [registry],
  });
}
