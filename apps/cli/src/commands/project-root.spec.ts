import { devFolders, projectRoot } from './project-root.js';

describe('folders of the development stack', () => {
  it('lie in the repository, five folders above the built command', () => {
    const root = projectRoot('file:///home/ada/ledger/dist/apps/cli/src/commands/project-root.js');
    expect(root).toBe('/home/ada/ledger');
    expect(devFolders(root, {})).toMatchObject({
      project: '/home/ada/ledger',
      state: '/home/ada/ledger/.ledger-dev',
      logs: '/home/ada/ledger/.ledger-dev/logs',
    });
  });

  it('keep the state where LEDGER_STATE says', () => {
    const { state, project } = devFolders('/home/ada/ledger', { LEDGER_STATE: '/srv/second' });
    expect([state, project]).toEqual(['/srv/second', '/home/ada/ledger']);
  });
});
