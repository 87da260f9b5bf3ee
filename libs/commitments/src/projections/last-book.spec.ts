import { EMPTY_LEDGER } from '../testing/books.js';
import { AttainmentBook } from './attainment-book.js';
import { LastBook } from './last-book.js';

/** Remembers what was asked of it; fails as often as it is told to. */
class Loader {
  readonly asked: string[] = [];

  constructor(private failures = 0) {}

  asOf(asOf: string): Promise<AttainmentBook> {
    this.asked.push(asOf);
    this.failures -= 1;
    return this.failures >= 0
      ? Promise.reject(new Error('database is away'))
      : Promise.resolve(new AttainmentBook(EMPTY_LEDGER));
  }
}

describe('last book', () => {
  it('loads one recorded time once, also for those who ask at the same moment', async () => {
    const loader = new Loader();
    const last = new LastBook(loader);
    const [one, other] = await Promise.all([last.asOf('a'), last.asOf('a')]);
    expect(await last.asOf('a')).toBe(one);
    expect(other).toBe(one);
    expect(loader.asked).toEqual(['a']);
  });

  it('keeps one only', async () => {
    const loader = new Loader();
    const last = new LastBook(loader);
    for (const asOf of ['a', 'b', 'a']) await last.asOf(asOf);
    expect(loader.asked).toEqual(['a', 'b', 'a']);
  });

  it('keeps no failure', async () => {
    const loader = new Loader(1);
    const last = new LastBook(loader);
    await expect(last.asOf('a')).rejects.toThrow('database is away');
    await expect(last.asOf('a')).resolves.toBeInstanceOf(AttainmentBook);
  });
});
