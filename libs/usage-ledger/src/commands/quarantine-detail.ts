/** Why an event stands in quarantine; `pointer` leads into the event. */
export interface QuarantineDetail {
  readonly pointer: string;
  readonly message: string;
  readonly source?: string | undefined;
  readonly id?: string | undefined;
  /** Canonical form of the event that was recorded first (conflicts). */
  readonly recorded?: string;
}

/** JSON in ASCII: everything else as `\uXXXX`, so that no log or terminal is surprised. */
export function detailText(detail: QuarantineDetail): string {
  return JSON.stringify(detail).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** @throws SyntaxError for a text that `detailText` did not write */
export function parseDetail(text: string): QuarantineDetail {
  return JSON.parse(text) as QuarantineDetail;
}
