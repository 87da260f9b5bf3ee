import { type ReactNode, useMemo, useState } from 'react';

import { type Alert, type Position, type Series } from '../api/answers.js';
import { Chart } from './chart.js';
import { dayOfAlert } from './markers.js';
import { projectionOf } from './projection.js';
import { Readout } from './readout.js';
import { latestIndex, type Row } from './rows.js';
import { type Bounds } from './window.js';

interface DrawingProps {
  readonly series: Series;
  readonly position: Position | undefined;
  readonly alerts: readonly Alert[];
  /** With the interval before the bounds, where the lines start from. */
  readonly rows: readonly Row[];
  /** Those inside the bounds. */
  readonly shown: readonly Row[];
  readonly bounds: Bounds;
}

/** Readout and chart around one place of the crosshair. */
export function Drawing(props: DrawingProps): ReactNode {
  const { series, position, alerts, rows, shown, bounds } = props;
  const [place, setPlace] = useState<number | null>(null);
  const { start, end } = bounds;
  const index = Math.min(place ?? latestIndex(shown, series.meta.watermark), shown.length - 1);
  const row = shown[index];
  const input = useMemo(
    () => ({
      rows,
      start,
      end,
      periodStarts: position?.periods.map((period) => period.start) ?? [],
      projection: position && projectionOf(position),
    }),
    [rows, start, end, position],
  );
  const here = alerts.filter((alert) => {
    const day = dayOfAlert(alert);
    return row !== undefined && place !== null && day >= row.point.day && day < row.point.end;
  });
  return (
    <>
      <Readout row={row} currency={series.currency} projection={input.projection} alerts={here} />
      <Chart
        input={input}
        rows={shown}
        interval={series.interval}
        currency={series.currency}
        alerts={alerts}
        index={index}
        placed={place !== null}
        onMove={setPlace}
      />
    </>
  );
}
