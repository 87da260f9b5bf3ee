import { type StackFile } from './state/stack-file.js';

/** Two columns, the first as wide as its longest entry. */
export function columns(rows: readonly (readonly [string, string])[], indent = '  '): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${indent}${name.padEnd(width)}  ${value}`).join('\n');
}

/** The first screen: where everything is, and three commands whose effect shows in the open page. */
export function firstScreen(stack: StackFile, commitmentId: string): string {
  const key = `-H "Authorization: Bearer ${stack.adminKey}"`;
  return [
    '',
    columns([
      ['Dashboard', stack.dashboardUrl],
      ['API', stack.apiUrl],
      ['API docs', `${stack.apiUrl}/docs`],
      ['Kafka', `${stack.kafkaBrokers}  topic ${stack.usageTopic}`],
      ['Admin key', stack.adminKey],
    ]),
    '',
    'Try, with the dashboard open:',
    '  the position, exact to the last digit',
    `    curl -s ${key} ${stack.apiUrl}/v1/commitments/${commitmentId}/position`,
    '  more usage through Kafka',
    '    npx ledger emit --profile laboratory --days 1',
    '  a receiver that verifies signed webhooks and prints them',
    '    npx ledger webhook listen',
    '',
  ].join('\n');
}

/** One line a process, for `ledger status`. */
export function processTable(
  rows: readonly { name: string; pid: number | undefined; state: string }[],
): string {
  return columns(
    rows.map(({ name, pid, state }): [string, string] => [
      name,
      `${(pid === undefined ? '-' : String(pid)).padEnd(8)}${state}`,
    ]),
  );
}
