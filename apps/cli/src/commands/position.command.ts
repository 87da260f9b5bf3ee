import { type Command } from 'commander';
import { fetchPosition, type PositionRequest } from './position-client.js';
import { positionTable } from './position-table.js';

/** Exit code for CI gates: the minimum is at risk, or was missed. */
const EXIT_AT_RISK = 4;
const AT_RISK = new Set(['AT_RISK', 'MISSED']);

interface Options extends Omit<PositionRequest, 'commitmentId'> {
  readonly json?: boolean;
}

/** `ledger position <commitmentId>`: where a commitment stands. */
export function registerPosition(program: Command): void {
  program
    .command('position')
    .description(
      'show where a commitment stands; exit code 4 when its minimum is at risk or missed',
    )
    .argument('<commitmentId>')
    .option('--as-of <instant>', 'as it was known at a recorded time, 2027-07-02T06:00:00Z')
    .option('--through <day>', 'usage days before this one only, 2027-07-01')
    .option('--api-url <url>', 'default: $LEDGER_API_URL, else the running development stack')
    .option('--api-key <key>', 'default: $LEDGER_API_KEY, else the running development stack')
    .option('--json', 'as JSON')
    .action(async (commitmentId: string, { json, ...request }: Options) => {
      const position = await fetchPosition({ commitmentId, ...request });
      const text = json === true ? JSON.stringify(position) : positionTable(position);
      process.stdout.write(`${text}\n`);
      if (AT_RISK.has(position.status)) process.exitCode = EXIT_AT_RISK;
    });
}
