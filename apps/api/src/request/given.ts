type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The named members that are there, without those that are undefined. */
export function given<T extends object, K extends keyof T>(
  source: T,
  ...names: readonly K[]
): Given<Pick<T, K>> {
  const present: Given<Pick<T, K>> = {};
  for (const name of names) {
    const value = source[name];
    if (value !== undefined) present[name] = value as Exclude<T[K], undefined>;
  }
  return present;
}
