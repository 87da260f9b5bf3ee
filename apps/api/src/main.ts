import { runRole } from '@app/platform';
import { startApi } from './start-api.js';

runRole(startApi);
