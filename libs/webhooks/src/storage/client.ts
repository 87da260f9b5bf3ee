import { type PoolClient } from 'pg';

/** A connection inside somebody's transaction. */
export type Client = PoolClient;
