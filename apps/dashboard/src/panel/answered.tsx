import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { Failure } from './failure.js';

/**
 * What is made of an answer: a placeholder of its size until it is there, the problem if it does
 * not come. An answer that could not be refreshed stays; its freshness line says so.
 */
export function Answered<T>({
  query,
  placeholder = <div className="skeleton" />,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly placeholder?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  if (query.data !== undefined) return children(query.data);
  return query.isError ? (
    <Failure error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    placeholder
  );
}
