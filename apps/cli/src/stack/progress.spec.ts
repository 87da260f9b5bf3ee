import { Progress } from './progress.js';

function recorded() {
  const lines: string[] = [];
  const progress = new Progress((text) => lines.push(text.replace(/\d+\.\d s/, 'n s')), 10);
  return { lines, progress };
}

describe('progress', () => {
  it('says when a step begins and ends', async () => {
    const { lines, progress } = recorded();
    expect(await progress.step('work', () => Promise.resolve(7))).toBe(7);
    expect(lines).toEqual(['  work …\n', '✔ work (n s)\n']);
  });

  it('says so again while a step goes on', async () => {
    const { lines, progress } = recorded();
    let done: () => void = () => undefined;
    const step = progress.step('work', () => new Promise<void>((resolve) => (done = resolve)));
    while (lines.length < 3) await new Promise(setImmediate);
    done();
    await step;
    expect(lines.slice(0, 3)).toEqual(['  work …\n', '  work … n s\n', '  work … n s\n']);
  });

  it('marks a step that failed and passes its error on', async () => {
    const { lines, progress } = recorded();
    const failing = progress.step('work', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(lines).toEqual(['  work …\n', '✘ work (n s)\n']);
  });
});
