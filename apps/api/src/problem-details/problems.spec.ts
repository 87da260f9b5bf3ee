import { HttpException } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { isProblemCode, PROBLEMS } from './problems.js';
import { toProblem } from './to-problem.js';

/** `code = '…'` of every error class that a domain may throw. */
const domainCodes = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+\/src\/(domain|queries)\/.*\.ts$/.test(path))
  .filter((path) => !path.endsWith('.spec.ts'))
  .flatMap((path) =>
    [
      ...readFileSync(`libs/${path}`, 'utf8').matchAll(
        /^ {2}readonly code(?:: \w+)? = '([a-z-]+)'/gm,
      ),
    ].map(([, code]) => ({ code, path })),
  );

describe('the table of problems', () => {
  it.each(domainCodes)('has a row for $code of $path', ({ code }) => {
    expect(isProblemCode(code)).toBe(true);
  });

  it('finds the codes of the domains at all', () => {
    expect(domainCodes.length).toBeGreaterThan(20);
  });

  it('answers with statuses of refusals and failures only, in short sentences', () => {
    for (const [code, [status, title]] of Object.entries(PROBLEMS)) {
      expect({ code, fits: status >= 400 && status <= 503 }).toEqual({ code, fits: true });
      expect(title).toMatch(/^\S.{3,80}[^.]$/);
    }
  });
});

describe('a problem', () => {
  class BrokenRuleError extends Error {
    readonly code = 'minimum-negative';
    readonly pointer = '/minimum';
  }

  it('tells what a domain error says, and where', () => {
    const { problem } = toProblem(new BrokenRuleError('minimum is -1'), 'request-1');
    expect(problem).toEqual({
      type: '/problems/minimum-negative',
      title: 'A minimum is negative',
      status: 422,
      detail: 'minimum is -1',
      instance: 'request-1',
      code: 'minimum-negative',
      errors: [{ pointer: '/minimum', code: 'minimum-negative', detail: 'minimum is -1' }],
    });
  });

  it('tells nothing of an error that nobody expected', () => {
    const { problem } = toProblem(new Error('password=hush at /secret/path'), 'request-1');
    expect(JSON.stringify(problem)).not.toMatch(/hush|secret/);
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
  });

  it('is no internal one when the database is away', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const { problem, retryAfterSeconds } = toProblem(refused, 'r');
    expect([problem.status, problem.code, retryAfterSeconds]).toEqual([503, 'unavailable', 1]);
  });

  it.each([
    [400, 'bad-request'],
    [404, 'not-found'],
    [413, 'body-too-large'],
    [415, 'unsupported-media-type'],
    [418, 'internal'],
  ])('of status %i that the framework refused is %s', (status, code) => {
    expect(toProblem(new HttpException('no', status), 'r').problem.code).toBe(code);
  });
});
