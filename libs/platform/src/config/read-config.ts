import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Every faulty variable of a role's environment, named at once. A role exits with code 2 on it. */
export class ConfigError extends Error {
  readonly code = 'config-invalid';

  constructor(readonly faults: readonly string[]) {
    super(`configuration is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads one role's configuration from the environment.
 *
 * `NAME_FILE` gives the value of `NAME` from a file (secrets); an empty variable counts as absent.
 *
 * @throws ConfigError naming every variable that is missing or wrong
 */
export function readConfig<S extends z.ZodObject>(
  schema: S,
  environment: Environment = process.env,
): z.infer<S> {
  const faults: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, environment, faults);
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}

function readVariable(
  name: string,
  environment: Environment,
  faults: string[],
): string | undefined {
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return environment[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    faults.push(`${name}_FILE: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
