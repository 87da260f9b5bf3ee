import { arch, cpus, platform, totalmem } from 'node:os';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** What the figures were measured on: absolute numbers mean nothing without it. */
export function machineSheet(): string {
  const [cpu] = cpus();
  return [
    `${platform()} ${arch()}, Node ${process.versions.node}`,
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
  ].join(', ');
}

/** One line: name, median, and the range of all runs. */
export function line(name: string, perSecond: readonly number[]): string {
  const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
  return (
    name.padEnd(44) +
    whole(median(perSecond)).padStart(12) +
    `   (${whole(Math.min(...perSecond))} to ${whole(Math.max(...perSecond))})`
  );
}

/** Ratio of two yardsticks, pair by pair of the interleaved runs, as its median. */
export function ratio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((value, run) => value / (b[run] ?? NaN)));
}
