export { waitUntil as until } from '../../apps/cli/src/stack/wait-until.js';
