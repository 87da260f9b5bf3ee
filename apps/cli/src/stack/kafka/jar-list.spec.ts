import { readFileSync } from 'node:fs';

import { jarFile, parseJarList } from './jar-list.js';

const DIGEST = 'a'.repeat(64);

describe('list of jars', () => {
  it('reads a line', () => {
    const [jar] = parseJarList(`# comment\norg.slf4j:slf4j-api:1.7.36 ${DIGEST} 41125\n`);
    expect(jar).toEqual({
      artifact: 'slf4j-api',
      version: '1.7.36',
      sha256: DIGEST,
      sizeBytes: 41_125,
    });
    expect(jar && jarFile(jar)).toBe('slf4j-api-1.7.36.jar');
  });

  it.each([
    'org.slf4j:slf4j-api:1.7.36',
    `slf4j-api:1.7.36 ${DIGEST} 1`,
    `a:../b:1 ${DIGEST} 1`,
    'a:b:1 AAAA 1',
  ])('refuses %s', (line) => {
    expect(() => parseJarList(line)).toThrow('not a pinned jar');
  });

  it('pins the broker itself and all that it loads', () => {
    const jars = parseJarList(readFileSync('tools/kafka/jars.txt', 'utf8'));
    expect(jars).toHaveLength(34);
    expect(jars.map(jarFile)).toContain('kafka_2.13-4.4.0.jar');
    expect(jars.map(jarFile)).toContain('log4j-api-2.25.5.jar');
  });
});
