import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';

import { type Meta } from '../api/answers.js';
import { Answered } from './answered.js';
import { Boundary } from './boundary.js';
import { Freshness } from './freshness-line.js';

interface PanelProps<T> {
  readonly name: string;
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly metaOf: (data: T) => Pick<Meta, 'asOf'> & Partial<Meta>;
  /** Controls at the right of the title. */
  readonly tools?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/**
 * A titled part of the page around one answer of the API: keeps its size while loading, shows the
 * problem when it failed, prints the freshness of what it shows.
 */
export function Panel<T>({
  name,
  title,
  query,
  metaOf,
  tools,
  children,
}: PanelProps<T>): ReactNode {
  const id = useId();
  return (
    <section className={`panel panel-${name}`} aria-labelledby={id} aria-busy={query.isPending}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {tools !== undefined && <div className="tools">{tools}</div>}
      </header>
      <div className={`panel-body ${query.isPlaceholderData ? 'outdated' : ''}`}>
        <Boundary>
          <Answered query={query}>{children}</Answered>
        </Boundary>
      </div>
      <footer className="panel-foot">
        <Freshness query={query} metaOf={metaOf} />
      </footer>
    </section>
  );
}
