import { type Command } from 'commander';

export function registerKeys(program: Command): void {
  program
    .command('keys')
    .description('secrets of an installation')
    .command('generate')
    .description('print fresh secrets as lines of an .env file')
    .action(async () => {
      const { newPassword } = await import('../stack/database.js');
      const { newState } = await import('../stack/state/kept-state.js');
      const { adminKey, keyring, rolePassword } = newState('live');
      const secrets = {
        POSTGRES_PASSWORD: newPassword(),
        ROLE_PASSWORD: rolePassword,
        KEYRING: keyring,
        BOOTSTRAP_ADMIN_KEY: adminKey,
      };
      for (const [name, value] of Object.entries(secrets))
        process.stdout.write(`${name}=${value}\n`);
    });
}
