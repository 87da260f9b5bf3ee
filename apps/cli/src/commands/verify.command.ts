import { type Command, InvalidArgumentError } from 'commander';

/** Exit code when something stored does not hold. */
export const EXIT_BROKEN = 3;

interface Options {
  readonly shard?: number;
  readonly databaseUrl?: string;
  readonly json?: boolean;
}

/** `ledger verify`: replays the usage ledger and compares everything that was stored. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'replay every segment: offsets, digests, chain, events, sums; exit code 3 at the first that is wrong',
    )
    .option('--shard <n>', 'this shard only', shardNumber)
    .option('--database-url <url>', 'default: $DATABASE_URL, else the running development stack')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const { verifyLedger } = await import('./verify-run.js');
      const verdicts = await verifyLedger(options);
      const { verdictLines, verdictJson } = await import('./verify-report.js');
      const text =
        options.json === true ? verdictJson(verdicts) : verdictLines(verdicts).join('\n');
      process.stdout.write(`${text}\n`);
      if (verdicts.some(({ finding }) => finding !== null)) process.exitCode = EXIT_BROKEN;
    });
}

function shardNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('not the number of a shard');
  return Number(text);
}
