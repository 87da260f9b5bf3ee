/** One pinned jar of the development broker. */
export interface Jar {
  readonly artifact: string;
  readonly version: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

const LINE = /^[\w.-]+:([\w.-]+):([\w.-]+) ([0-9a-f]{64}) (\d+)$/;

/**
 * Reads tools/kafka/jars.txt: `group:artifact:version sha256 bytes` a line, `#` begins a comment.
 *
 * @throws Error naming the line that has another shape
 */
export function parseJarList(text: string): Jar[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, artifact, version, sha256, size] = LINE.exec(line) ?? [];
    if (artifact === undefined || version === undefined || sha256 === undefined)
      throw new Error(`not a pinned jar: ${line}`);
    return { artifact, version, sha256, sizeBytes: Number(size) };
  });
}

export function jarFile(jar: Jar): string {
  return `${jar.artifact}-${jar.version}.jar`;
}
