export { decider } from './decider.js';
export { eventStoreContract } from './event-store.contract.js';
export { InMemoryEventStore } from './in-memory.event-store.js';
