import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** File of the state folder that names the folder outside it. */
export const OUTSIDE_FILE = 'postgres-folder';
/** File of the folder outside that names its state folder. */
const ORIGIN_FILE = 'origin';
const PREFIX = 'ledger-postgres-';

function base(): string {
  return existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

/** The folder outside that belongs to this state folder, if there is one. */
export async function outsideOf(state: string): Promise<string | undefined> {
  const note = join(state, OUTSIDE_FILE);
  const known = existsSync(note) ? await readFile(note, 'utf8') : undefined;
  return known !== undefined && existsSync(known) ? known : undefined;
}

/** A folder that an unprivileged user can reach, for the database of a state folder that is closed. */
export async function makeOutside(state: string): Promise<string> {
  await sweep();
  const outside = await mkdtemp(join(base(), PREFIX));
  // Others may pass through it, not look into it.
  await chmod(outside, 0o711);
  await writeFile(join(outside, ORIGIN_FILE), state, { mode: 0o600 });
  await writeFile(join(state, OUTSIDE_FILE), outside);
  return outside;
}

/** Removes the folders of checkouts that are gone: nobody else would. */
async function sweep(): Promise<void> {
  const names = (await readdir(base())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const folder = join(base(), name);
    const origin = await readFile(join(folder, ORIGIN_FILE), 'utf8').catch(() => undefined);
    if (origin === undefined || existsSync(join(origin, OUTSIDE_FILE))) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
