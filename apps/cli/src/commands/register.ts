import { type Command } from 'commander';

import { registerBench } from './bench.command.js';
import { registerDoctor } from './doctor.command.js';
import { registerDown } from './down.command.js';
import { registerEmit } from './emit.command.js';
import { registerKeys } from './keys.command.js';
import { registerMigrate } from './migrate.command.js';
import { registerPosition } from './position.command.js';
import { registerReset } from './reset.command.js';
import { registerStatus } from './status.command.js';
import { registerTest } from './test.command.js';
import { registerUp } from './up.command.js';
import { registerVerify } from './verify.command.js';
import { registerWebhook } from './webhook.command.js';

/**
 * All commands, in the order of `ledger --help`. A command file stays light: what it runs is
 * imported when it runs.
 */
export function registerCommands(program: Command): void {
  for (const register of [
    registerUp,
    registerDown,
    registerReset,
    registerStatus,
    registerDoctor,
    registerMigrate,
    registerKeys,
    registerEmit,
    registerPosition,
    registerWebhook,
    registerVerify,
    registerTest,
    registerBench,
  ]) {
    register(program);
  }
}
