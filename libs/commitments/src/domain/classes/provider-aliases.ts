interface ProviderNames {
  readonly names: readonly string[];
  /** Legal entities by country share a beginning: `Amazon Web Services EMEA SARL`. */
  readonly beginnings: readonly string[];
}

/** Names that one provider goes by in billing files, in lower case. */
const PROVIDERS: readonly ProviderNames[] = [
  { names: ['aws', 'amazon'], beginnings: ['amazon web services', 'amazon.com'] },
  { names: ['microsoft', 'azure'], beginnings: ['microsoft '] },
  { names: ['google', 'gcp', 'google cloud', 'google cloud platform'], beginnings: ['google '] },
  { names: ['oracle', 'oci', 'oracle cloud'], beginnings: ['oracle '] },
];

/** True when `name` is the provider itself or one of its aliases; compared without case. */
export function isProvider(name: string, provider: string): boolean {
  const [given, wanted] = [name.toLowerCase(), provider.toLowerCase()];
  return given === wanted || PROVIDERS.some((known) => knows(known, given) && knows(known, wanted));
}

function knows({ names, beginnings }: ProviderNames, name: string): boolean {
  return names.includes(name) || beginnings.some((beginning) => name.startsWith(beginning));
}
