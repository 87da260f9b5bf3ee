/** Stream of a contract in the event store. */
export function contractStream(contractId: string): string {
  return `contract-${contractId}`;
}
