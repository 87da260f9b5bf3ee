import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { type Position } from '../api/answers.js';
import { lastDayOf, shortDay } from '../format/date.js';
import { Phrases } from '../format/figure-view.js';
import { Answered } from '../panel/answered.js';
import { Boundary } from '../panel/boundary.js';
import { periodInHand } from './outlook.js';
import { STATUS_WORDS, statusSentence } from './status-sentence.js';

/** The state of the commitment in one sentence; the first thing read on the page. */
export function StatusPanel({ query }: { readonly query: UseQueryResult<Position> }): ReactNode {
  return (
    <section className="status" aria-label="Status" aria-busy={query.isPending}>
      <Boundary>
        <Answered query={query}>{(position) => <StatusText position={position} />}</Answered>
      </Boundary>
    </section>
  );
}

function StatusText({ position }: { readonly position: Position }): ReactNode {
  const { status } = position;
  return (
    <>
      <p className="kicker">
        {position.name} · {yearInWords(position)}
      </p>
      <p className="sentence" data-status={status}>
        <strong className="status-word">{STATUS_WORDS[status]}:</strong>{' '}
        <Phrases phrases={statusSentence(position)} />
      </p>
    </>
  );
}

function yearInWords(position: Position): string {
  const period = periodInHand(position);
  if (period === undefined) return position.contractId;
  const days = `${shortDay(period.start)} – ${shortDay(lastDayOf(period.end))}`;
  return `period ${period.index} of ${position.periods.length}, ${days}`;
}
