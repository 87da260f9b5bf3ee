import { type CommandAnswer } from '@app/pricing';

/** What an act on a period answers. */
export interface PeriodChanged extends CommandAnswer {
  readonly contractId: string;
  /** Issued with it; under `dryRun` what would have been. */
  readonly statements: { readonly periodIndex: number; readonly version: number }[];
}
