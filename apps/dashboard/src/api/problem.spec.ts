import { bodyOf } from './client.js';
import { isPassing, ProblemError, problemOf } from './problem.js';

const behind = {
  title: 'The projection is behind',
  status: 503,
  detail: '0:12 is not reached yet',
  code: 'projection-behind',
};

describe('bodyOf', () => {
  it('is the body of a good answer', () => {
    expect(bodyOf({ data: { a: 1 }, response: new Response() })).toEqual({ a: 1 });
  });

  it('throws the problem that the API told', () => {
    const response = new Response('', { status: 503 });

    expect(() => bodyOf({ error: behind, response })).toThrow(new ProblemError(behind));
  });

  it('names the status where the answer is no problem document', () => {
    const response = new Response('', { status: 502, statusText: 'Bad Gateway' });

    expect(() => bodyOf({ error: '<html>', response })).toThrow('Bad Gateway');
  });
});

describe('problemOf', () => {
  it('passes the words of the API on', () => {
    expect(problemOf(new ProblemError(behind))).toEqual(behind);
  });

  it('says that the API cannot be reached', () => {
    expect(problemOf(new TypeError('Failed to fetch'))).toEqual({
      title: 'The API cannot be reached',
      status: 0,
      detail: 'Failed to fetch',
      code: 'unreachable',
    });
  });
});

describe('isPassing', () => {
  it.each([
    [503, true],
    [429, true],
    [404, false],
    [401, false],
  ])('%i: %p', (status, passing) => {
    expect(isPassing(new ProblemError({ ...behind, status }))).toBe(passing);
  });

  it('holds for a lost connection', () => {
    expect(isPassing(new TypeError('Failed to fetch'))).toBe(true);
  });
});
