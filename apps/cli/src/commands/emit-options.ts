/** What the command line gave. */
export interface EmitOptions {
  readonly profile: string;
  readonly days?: number;
  readonly backFillFrom?: string;
  readonly live?: boolean;
  readonly step: number;
  readonly billed: boolean;
  readonly trace?: string;
  readonly columns?: string;
  readonly traceStart?: string;
  readonly sku: string;
  readonly account?: string;
  readonly source?: string;
  readonly seed?: number;
  readonly shuffle?: boolean;
  readonly batch: number;
  readonly rate?: number;
  readonly brokers?: string;
  readonly topic?: string;
  readonly state?: string;
  readonly json?: boolean;
}

/** Options that exclude each other, or that nothing reads. */
export class EmitOptionsError extends Error {
  readonly code = 'emit-options-invalid';
}

/** @throws EmitOptionsError */
export function checkOptions(options: EmitOptions): void {
  const streams = options.live === true || options.backFillFrom !== undefined;
  const faults: [boolean, string][] = [
    [
      options.trace !== undefined && streams,
      '--trace sends a file: leave --live and --back-fill-from out',
    ],
    [
      options.trace !== undefined && options.days !== undefined,
      '--trace and --days exclude each other',
    ],
    [
      streams && options.days !== undefined,
      '--days sends complete days: leave --live and --back-fill-from out',
    ],
    [
      streams && options.shuffle === true,
      '--shuffle needs an end: leave --live and --back-fill-from out',
    ],
    [options.trace === undefined && options.columns !== undefined, '--columns belongs to --trace'],
    [!streams && options.state !== undefined, '--state belongs to --live and --back-fill-from'],
  ];
  const fault = faults.find(([wrong]) => wrong);
  if (fault) throw new EmitOptionsError(fault[1]);
}
