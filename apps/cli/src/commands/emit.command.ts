import { type Command, InvalidArgumentError, Option } from 'commander';
import { type EmitOptions } from './emit-options.js';

/** `ledger emit`: usage of a synthetic laboratory, or of a recorded trace, onto the topic. */
export function registerEmit(program: Command): void {
  program
    .command('emit')
    .description('send usage events: a synthetic AI laboratory, or a trace of real requests')
    .addOption(
      new Option('--profile <name>', 'what to send').choices(['laboratory']).default('laboratory'),
    )
    .option('--days <n>', 'laboratory: the last n complete days (default 1)', whole)
    .option('--back-fill-from <day>', 'laboratory: from this day to now', day)
    .option('--live', 'laboratory: go on from now until stopped')
    .option('--step <minutes>', 'laboratory: length of a line of --days', whole, 1440)
    .option('--no-billed', 'laboratory: without marketplace, support, tax and credits')
    .option('--trace <file>', 'requests in CSV or CSV.gz: an input and an output line each')
    .option('--columns <map>', 'trace: timestamp=…,input=…,output=…')
    .option('--trace-start <instant>', 'trace: what timestamps in milliseconds count from')
    .option('--sku <name>', 'trace: skus are <name>:input and <name>:output', 'trace')
    .option('--account <id>', 'billing account of every line')
    .option('--source <uri>', 'the exporter stream')
    .option('--seed <n>', 'same seed, same usage; without it --days sends new usage', whole)
    .option('--shuffle', 'in another order, the same for the same seed')
    .option('--batch <n>', 'events in a record; 1 = structured', batch, 1000)
    .option('--rate <n>', 'events a second; of --live 5, else no limit', whole)
    .option('--brokers <list>', 'default: KAFKA_BROKERS, else the running stack')
    .option('--topic <name>', 'default: USAGE_TOPIC, else the running stack')
    .option('--state <file>', 'where --live and --back-fill-from keep their counter')
    .option('--json', 'the summary as JSON')
    .action(async (options: EmitOptions, command: Command) => {
      const { emit, EmitOptionsError } = await import('./emit-run.js');
      try {
        await emit(options);
      } catch (error) {
        if (!(error instanceof EmitOptionsError)) throw error;
        command.error(`error: ${error.message}`);
      }
    });
}

function whole(text: string): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError('a whole number above 0.');
}

function batch(text: string): number {
  const value = whole(text);
  if (value <= 1000) return value;
  throw new InvalidArgumentError('a record holds at most 1,000 events.');
}

function day(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
    return text;
  throw new InvalidArgumentError('a day is written YYYY-MM-DD.');
}
