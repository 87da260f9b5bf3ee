import { METERS } from './meters.js';

/** An entry of a price book as `POST /v1/price-books` takes it. */
export interface LaboratoryPrice {
  readonly skuId: string;
  readonly unit: string;
  readonly per: '1' | '1000000';
  /** USD. */
  readonly unitPrice: string;
  readonly effectiveFrom?: string;
}

/** A price for every sku that the laboratory uses, in USD, from the given day or for ever. */
export function laboratoryPrices(effectiveFrom?: string): LaboratoryPrice[] {
  return METERS.map(({ skuId, unit, per, unitPrice }) => ({
    skuId,
    unit,
    per,
    unitPrice,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  }));
}
