import { cursorAfter } from './cursor.js';

interface Rows<T, M> {
  readonly data: readonly T[];
  /** Key of the last row, or null on the last slice. */
  readonly next: string | null;
  readonly meta: M;
}

/** `{data, page, meta}`, with a cursor bound to the list, its filter and its moment. */
export function pageOf<T, M extends { readonly asOf: string }>(
  list: string,
  query: Parameters<typeof cursorAfter>[1],
  { data, next, meta }: Rows<T, M>,
): { data: T[]; page: { next: string | null }; meta: M } {
  return { data: [...data], page: { next: cursorAfter(list, query, next, meta.asOf) }, meta };
}
