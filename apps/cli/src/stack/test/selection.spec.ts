import { needsServices, select } from './selection.js';

describe('selection of tests', () => {
  it.each([
    ['nothing: the default projects', [], ['unit', 'sim', 'integration', 'e2e', 'browser']],
    ['a project', ['e2e'], ['e2e']],
    ['projects in another order', ['e2e', 'unit'], ['unit', 'e2e']],
    ['a path of a project', ['test/integration/platform.int-spec.ts'], ['integration']],
    ['a path beside sources', ['libs/money', './apps/cli'], ['unit']],
    ['a pattern without a folder', ['peer-bugs'], ['unit', 'sim', 'integration', 'e2e', 'browser']],
    ['a path and a pattern', ['libs/money', 'x'], ['unit', 'sim', 'integration', 'e2e', 'browser']],
  ])('%s', (_, args, projects) => {
    expect(select(args).projects).toEqual(projects);
  });

  it('passes paths and options on to jest', () => {
    expect(select(['unit', 'libs/money', '-t', 'adds']).rest).toEqual(['libs/money', '-t', 'adds']);
  });

  it('needs no broker for unit tests', () => {
    expect(needsServices(select(['unit']))).toBe(false);
    expect(needsServices(select([]))).toBe(true);
  });
});
