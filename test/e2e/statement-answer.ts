/** A statement as the API answers it, as far as specs look at it. */
export interface Statement {
  readonly version: number;
  readonly state: string;
  readonly incomplete: boolean;
  readonly figures: Readonly<Record<string, string>>;
  readonly inputsHash: string;
  readonly issuedBy: string;
  readonly delta: readonly {
    readonly cause: string;
    readonly figure: string;
    readonly amount: string;
  }[];
}

/** `[cause, amount]` of a statement's changes, by figure. */
export function amounts({ delta }: Statement): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const { figure, cause, amount } of delta) (found[figure] ??= []).push([cause, amount]);
  return found;
}
