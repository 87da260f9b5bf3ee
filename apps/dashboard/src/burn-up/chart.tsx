import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useMemo } from 'react';

import { type Alert } from '../api/answers.js';
import { movedBy, nearestRow } from './crosshair.js';
import { type Frame } from './frame.js';
import { type ChartInput, geometryOf } from './geometry.js';
import { markersOf } from './markers.js';
import { Plot } from './plot.js';
import { spoken } from './reading.js';
import { type Row } from './rows.js';
import { useWidth } from './use-width.js';

interface ChartProps {
  readonly input: ChartInput;
  /** The rows that the crosshair can stand on. */
  readonly rows: readonly Row[];
  readonly interval: 'P1D' | 'P7D' | 'P1M';
  readonly currency: string;
  readonly alerts: readonly Alert[];
  /** The row that is read out. */
  readonly index: number;
  readonly placed: boolean;
  readonly onMove: (index: number | null) => void;
}

const HEIGHT = 340;

/** The drawing with its crosshair, which the mouse and the arrow keys move. */
export function Chart(props: ChartProps): ReactNode {
  const { input, rows, interval, currency, alerts, index, placed, onMove } = props;
  const { start, end } = input;
  const [ref, width] = useWidth<HTMLDivElement>();
  const help = useId();
  const frame = useMemo<Frame>(
    () => ({ width, height: HEIGHT, left: 58, right: 14, top: 30, bottom: 28 }),
    [width],
  );
  const geometry = useMemo(() => geometryOf(input, frame), [input, frame]);
  const markers = useMemo(
    () => markersOf(alerts, { start, end }, geometry.x),
    [alerts, start, end, geometry],
  );
  const row = rows[index];
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = movedBy(event.key, index, rows.length, interval);
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const { left } = event.currentTarget.getBoundingClientRect();
    onMove(nearestRow(rows, geometry.dayAt(event.clientX - left)));
  };
  return (
    <>
      <div
        ref={ref}
        className="chart"
        role="slider"
        tabIndex={0}
        aria-label="Burn-up, day by day"
        aria-describedby={help}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, rows.length - 1)}
        aria-valuenow={index}
        aria-valuetext={row === undefined ? 'no day' : spoken(row, currency)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          onMove(null);
        }}
      >
        {width > 0 && (
          <Plot geometry={geometry} frame={frame} markers={markers} row={row} placed={placed} />
        )}
      </div>
      <p id={help} className="hidden">
        Arrow keys move the crosshair, page keys by four weeks, Home and End to the ends, Escape
        back to the newest complete day.
      </p>
    </>
  );
}
