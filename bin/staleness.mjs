// Decides whether what is installed and built still fits the sources. No dependencies: this runs
// before `npm ci`.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const BUILT_FROM = ['apps', 'libs', 'bench'];

const SETTINGS = [
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const STAMP = join('dist', '.built-from');

/** What a build reads: everything but specs. */
export function isSource(name) {
  return !/\.spec\.tsx?$|\.md$/.test(name);
}

/** One digest over path, size and modification time of the files, whatever their order. */
export function fingerprint(files) {
  const lines = files.map(
    ({ path, sizeBytes, modifiedMs }) => `${path} ${sizeBytes} ${modifiedMs}`,
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** The packages are older than the lock file, or are not there at all. */
export function isInstallStale({ installedMs, lockMs }) {
  return installedMs === undefined || installedMs < lockMs;
}

function modifiedMs(file) {
  return existsSync(file) ? statSync(file).mtimeMs : undefined;
}

/** True when `npm ci` is due: npm writes the hidden lock file last. */
export function needsInstall(project) {
  return isInstallStale({
    installedMs: modifiedMs(join(project, 'node_modules', '.package-lock.json')),
    lockMs: modifiedMs(join(project, 'package-lock.json')) ?? 0,
  });
}

function entry(project, path) {
  const { size, mtimeMs } = statSync(join(project, path));
  return { path, sizeBytes: size, modifiedMs: mtimeMs };
}

/** Fingerprint of the sources as they are now. */
export function sourcesOf(project) {
  const files = BUILT_FROM.flatMap((folder) =>
    existsSync(join(project, folder))
      ? readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
          .filter((found) => found.isFile() && isSource(found.name))
          .map((found) => entry(project, join(found.parentPath, found.name).slice(project.length)))
      : [],
  );
  const settings = SETTINGS.filter((file) => existsSync(join(project, file)));
  return fingerprint([...files, ...settings.map((file) => entry(project, file))]);
}

/** Fingerprint that `dist` was built from; undefined when there is none. */
export function builtFrom(project) {
  const stamp = join(project, STAMP);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

export function stampFile(project) {
  return join(project, STAMP);
}
