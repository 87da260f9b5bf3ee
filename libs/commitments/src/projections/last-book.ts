import { type AttainmentBook } from './attainment-book.js';
import { type BookLoader } from './book-loader.js';

const KEPT_MS = 30_000;

/**
 * Keeps the book of the last recorded time that was asked for: the pages of one list ask for the same
 * one. Only one is kept, because a book may be large.
 */
export class LastBook {
  private kept: { readonly asOf: string; readonly book: Promise<AttainmentBook> } | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly loader: Pick<BookLoader, 'asOf'>) {}

  async asOf(asOf: string): Promise<AttainmentBook> {
    if (this.kept?.asOf !== asOf) this.kept = { asOf, book: this.loader.asOf(asOf) };
    const { kept } = this;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.kept = undefined), KEPT_MS).unref();
    try {
      return await kept.book;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined;
      throw error;
    }
  }
}
