/** Stream of a price book in the event store. */
export function priceBookStream(priceBookId: string): string {
  return `price-book-${priceBookId}`;
}
