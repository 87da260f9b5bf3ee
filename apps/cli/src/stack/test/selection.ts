/** Projects of jest.config.js that `npm test` runs when none is named, in this order. */
export const DEFAULT_PROJECTS = ['unit', 'sim', 'integration', 'e2e', 'browser'] as const;
const ALL_PROJECTS: readonly string[] = [...DEFAULT_PROJECTS, 'faults'];

export interface Selection {
  readonly projects: readonly string[];
  /** Path patterns and options that every jest run gets. */
  readonly rest: readonly string[];
}

/**
 * Which jest projects the arguments select: names of projects, else the project whose folder a path
 * lies in (`test/e2e/…`; under `apps` and `libs` it is `unit`), else the default ones.
 */
export function select(args: readonly string[]): Selection {
  const named = args.filter((arg) => ALL_PROJECTS.includes(arg));
  const rest = args.filter((arg) => !ALL_PROJECTS.includes(arg));
  if (named.length > 0) return { projects: inOrder(named), rest };
  const owners = rest.filter((arg) => !arg.startsWith('-')).map(projectOf);
  const known = owners.filter((owner) => owner !== undefined);
  const isComplete = known.length > 0 && known.length === owners.length;
  return { projects: isComplete ? inOrder(known) : DEFAULT_PROJECTS, rest };
}

function projectOf(path: string): string | undefined {
  const [first, second] = path.replace(/^\.\//, '').split('/');
  if (first === 'libs' || first === 'apps') return 'unit';
  return first === 'test' ? ALL_PROJECTS.find((project) => project === second) : undefined;
}

function inOrder(names: readonly string[]): string[] {
  return ALL_PROJECTS.filter((project) => names.includes(project));
}

/** Unit and simulation tests need no broker and no database. */
export function needsServices({ projects }: Selection): boolean {
  return projects.some((project) => project !== 'unit' && project !== 'sim');
}
