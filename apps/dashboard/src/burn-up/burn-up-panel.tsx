import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';

import { type Alert, type Position, type Series } from '../api/answers.js';
import { Empty } from '../panel/empty.js';
import { Panel } from '../panel/panel.js';
import { type View } from '../view/view.js';
import { BurnUpTable } from './burn-up-table.js';
import { saveAs } from './download.js';
import { Drawing } from './drawing.js';
import { toCsv } from './reading.js';
import { rowsOf } from './rows.js';
import { Tools } from './tools.js';
import { boundsOf } from './window.js';

interface BurnUpProps {
  readonly query: UseQueryResult<Series>;
  /** Known before the series is asked for. */
  readonly position: Position | undefined;
  readonly alerts: readonly Alert[];
  readonly range: View['range'];
  readonly onRange: (range: View['range']) => void;
}

/** Counted spend against the stepped minimum and the straight pace, over a year or the term. */
export function BurnUpPanel({ query, position, alerts, range, onRange }: BurnUpProps): ReactNode {
  const [asTable, setAsTable] = useState(false);
  const points = useMemo(() => query.data?.points ?? [], [query.data]);
  const rows = useMemo(() => rowsOf(points), [points]);
  const bounds = boundsOf(position, range, points);
  const shown = rows.filter(({ point }) => point.end > bounds.start);
  const csvOf = ({ commitmentId, currency }: Series): void => {
    saveAs(`burn-up-${commitmentId}-${range}.csv`, toCsv(shown, currency));
  };
  return (
    <Panel
      name="burn-up"
      title="Burn-up"
      query={query}
      metaOf={(series) => series.meta}
      tools={
        <Tools
          range={range}
          onRange={onRange}
          asTable={asTable}
          onAsTable={setAsTable}
          onCsv={() => {
            if (query.data !== undefined) csvOf(query.data);
          }}
        />
      }
    >
      {(series) =>
        shown.length === 0 ? (
          <Empty command="ledger emit --days 60">No day of usage is recorded yet. Send some:</Empty>
        ) : asTable ? (
          <BurnUpTable rows={shown} currency={series.currency} />
        ) : (
          <Drawing {...{ series, position, alerts, rows, shown, bounds }} />
        )
      }
    </Panel>
  );
}
