import { ConfigError } from '../config/read-config.js';

/** Exit code of a role whose configuration or schema does not fit: a restart cannot cure it. */
export const EXIT_MISMATCH = 2;

/** Runs a process's main function; 2 on unusable configuration, 1 on any other error. */
export function runRole(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(error instanceof ConfigError ? EXIT_MISMATCH : 1);
  });
}

function describe(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
