export * from './access.errors.js';
export * from './api-key.decider.js';
export * from './api-key.errors.js';
export type * from './api-key.events.js';
export type { ApiKeyState } from './api-key.state.js';
export { maySendFor, type Principal } from './principal.js';
export { ACCESS, type Access, mayUse, type Role, ROLES } from './roles.js';
