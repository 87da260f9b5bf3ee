export * from './events/index.js';
export * from './series/index.js';
export * from './codec/index.js';
export * from './http/index.js';
