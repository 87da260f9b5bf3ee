const HARD_CAP_MS = 25_000;

/**
 * Runs `stop` at the first SIGTERM or SIGINT and exits 0 after it; exits 1 when it fails or takes
 * longer than 25 s, and at once at a second signal.
 */
export function onShutdown(stop: () => Promise<void>): void {
  let stopping = false;
  const shut = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), HARD_CAP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`shutdown failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', shut).on('SIGINT', shut);
}
