import { type Cell } from '@app/usage-ledger/domain';

/** A cell without its series. */
export type CellSums = Omit<Cell, 'digest'>;
