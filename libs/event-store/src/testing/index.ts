export { decider } from './decider.js';
export { InMemoryEventStore } from './in-memory.event-store.js';
