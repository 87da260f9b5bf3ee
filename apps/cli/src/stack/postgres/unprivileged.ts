import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** `nobody` on the systems that have no better known unprivileged user. */
const NOBODY = 65_534;

/** PostgreSQL refuses to run as root: then it runs as this user; otherwise as the caller. */
export function serverUser(uid = process.getuid?.()): number | undefined {
  return uid === 0 ? NOBODY : undefined;
}

/** Whether other users may pass through every folder above (a home of mode 0700 is closed). */
export function isReachable(
  folder: string,
  modeOf: (path: string) => number = (path) => statSync(path).mode,
): boolean {
  const above = dirname(resolve(folder));
  if ((modeOf(above) & 0o001) === 0) return false;
  return above === dirname(above) || isReachable(above, modeOf);
}
