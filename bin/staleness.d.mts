export interface SourceFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}
export function isSource(name: string): boolean;
export function fingerprint(files: readonly SourceFile[]): string;
export function isInstallStale(times: {
  readonly installedMs: number | undefined;
  readonly lockMs: number;
}): boolean;
export function needsInstall(project: string): boolean;
export function sourcesOf(project: string): string;
export function builtFrom(project: string): string | undefined;
export function stampFile(project: string): string;
