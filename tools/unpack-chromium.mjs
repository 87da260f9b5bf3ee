// Unpacks the Chromium of @sparticuz/chromium into the user's cache, once per version, and prints
// the folder. A process of its own because that package unpacks into the temporary folder of its
// process, and takes whatever lies there under the name `chromium`.
//   node tools/unpack-chromium.mjs <cache folder>
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [, script, cache] = process.argv;
const unpacking = process.env.LEDGER_CHROMIUM_UNPACK === 'yes';

async function unpack() {
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
}

function version() {
  const entry = createRequire(fileURLToPath(import.meta.url)).resolve('@sparticuz/chromium');
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version: found } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name === '@sparticuz/chromium') return found;
  }
}

/** The lambda variable makes the package unpack its own system libraries too. */
function unpackIn(folder) {
  const env = { ...process.env, LEDGER_CHROMIUM_UNPACK: 'yes', TMPDIR: folder };
  const { status } = spawnSync(process.execPath, [script], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  if (status !== 0) throw new Error(`unpacking Chromium failed with exit code ${status}`);
}

function install() {
  const home = join(cache, `chromium-${version()}`);
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'chromium-fresh-'));
    try {
      unpackIn(fresh);
      renameSync(fresh, home);
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true });
      // Somebody else was faster: theirs is as good.
      if (!existsSync(home)) throw error;
    }
  }
  process.stdout.write(`${home}\n`);
}

if (unpacking) await unpack();
else install();
