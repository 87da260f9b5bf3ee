import { type ReactNode } from 'react';

import { problemOf } from '../api/problem.js';

/** The problem in the API's words, and a way to ask again. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: unknown;
  readonly onRetry: () => void;
}): ReactNode {
  const { title, detail, code } = problemOf(error);
  return (
    <div className="failure" role="alert">
      <p className="failure-title">{title}</p>
      <p className="failure-detail">
        {detail} <code>{code}</code>
      </p>
      <button type="button" className="button" onClick={onRetry}>
        Retry
      </button>
    </div>
  );
}
