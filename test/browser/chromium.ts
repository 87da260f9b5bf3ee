import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

import { required } from '../support/index.js';

const own = process.env.CHROMIUM_PATH;
const isPackaged = process.platform === 'linux' && process.arch === 'x64';

/** Whether this machine has a browser: npm brings one for Linux x64, elsewhere `CHROMIUM_PATH` does. */
export const hasBrowser = isPackaged || (own !== undefined && existsSync(own));

/** `describe`, or loudly nothing where there is no browser. */
export const describeInBrowser: typeof describe = hasBrowser ? describe : skipped();

function skipped(): typeof describe {
  process.stderr.write('! browser specs are skipped: set CHROMIUM_PATH to run them\n');
  return describe.skip;
}

export async function launchBrowser(): Promise<Browser> {
  if (own !== undefined && own !== '') return chromium.launch({ executablePath: own });
  const home = required('CHROMIUM_HOME');
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontConfiguration(home),
    },
  });
}

/** The font of the package, so that screenshots look alike on every machine. */
function fontConfiguration(home: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-fonts-'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
      `<dir>${join(home, 'fonts')}</dir><cachedir>${folder}</cachedir></fontconfig>`,
  );
  return file;
}
