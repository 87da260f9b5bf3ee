import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { type Meta } from '../api/answers.js';
import { problemOf } from '../api/problem.js';
import { freshnessInWords, silenceInWords } from './freshness.js';

type SomeMeta = Pick<Meta, 'asOf'> & Partial<Meta>;

/** One line on what the figures above it are made of; keeps its place while loading. */
export function Freshness<T>({
  query,
  metaOf,
}: {
  readonly query: UseQueryResult<T>;
  readonly metaOf: (data: T) => SomeMeta;
}): ReactNode {
  const { data, isError, error } = query;
  if (data === undefined) {
    return <p className="freshness">{isError ? 'No answer' : 'Loading …'}</p>;
  }
  const meta = metaOf(data);
  const silence = silenceInWords(meta.silentSources ?? []);
  return (
    <p className="freshness" title={`Ledger position ${meta.position ?? ''}`}>
      {freshnessInWords(meta)}
      {silence !== '' && <strong className="warning"> · {silence}</strong>}
      {isError && <strong className="warning"> · Not refreshed: {problemOf(error).title}</strong>}
    </p>
  );
}
