/** No price book of this id was known at the moment asked for. */
export class PriceBookNotFoundError extends Error {
  readonly code = 'not-found';

  constructor(priceBookId: string) {
    super(`no price book "${priceBookId}"`);
  }
}
