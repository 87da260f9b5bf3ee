export * from './measures.js';
export * from './series-attributes.js';
export * from './series-key.js';
export * from './event-cell.js';
