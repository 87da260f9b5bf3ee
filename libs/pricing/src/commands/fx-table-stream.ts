/** Stream of an FX table in the event store. */
export function fxTableStream(fxTableId: string): string {
  return `fx-table-${fxTableId}`;
}
