import { parseE18 } from '@app/money';
import { type ReactNode } from 'react';

import { SeverityMark } from '../alerts/severity-mark.js';
import { compact } from '../format/figure.js';
import { type Frame } from './frame.js';
import { type Geometry } from './geometry.js';
import { type Marker } from './markers.js';
import { type Row } from './rows.js';

interface PlotProps {
  readonly geometry: Geometry;
  readonly frame: Frame;
  readonly markers: readonly Marker[];
  readonly row: Row | undefined;
  /** Whether somebody has placed the crosshair. */
  readonly placed: boolean;
}

/** The drawing alone; everything it says stands in the reading and in the table, too. */
export function Plot({ geometry, frame, markers, row, placed }: PlotProps): ReactNode {
  const { countedArea, countedLine, minimumLine, paceLine, projectionLine } = geometry;
  return (
    <svg className="plot" width={frame.width} height={frame.height} aria-hidden="true">
      <Axes geometry={geometry} frame={frame} />
      <path className="area-counted" d={countedArea} />
      <path className="line-pace" d={paceLine} />
      <path className="line-projection" d={projectionLine} />
      <path className="line-minimum" d={minimumLine} />
      <path className="line-counted" d={countedLine} />
      <Markers markers={markers} frame={frame} />
      {row !== undefined && (
        <Crosshair geometry={geometry} frame={frame} row={row} placed={placed} />
      )}
    </svg>
  );
}

function Axes({ geometry, frame }: Pick<PlotProps, 'geometry' | 'frame'>): ReactNode {
  const { yTicks, xTicks } = geometry;
  const right = frame.width - frame.right;
  const bottom = frame.height - frame.bottom;
  return (
    <g>
      {yTicks.map(({ value, y }) => (
        <g key={value}>
          <line className="grid" x1={frame.left} x2={right} y1={y} y2={y} />
          <text className="tick" x={frame.left - 10} y={y} dy="0.32em" textAnchor="end">
            {tickText(value)}
          </text>
        </g>
      ))}
      {xTicks.map(({ label, x }) => (
        <g key={x}>
          <line className="tick-mark" x1={x} x2={x} y1={bottom} y2={bottom + 5} />
          <text className="tick" x={x} y={bottom + 19} textAnchor="start">
            {label}
          </text>
        </g>
      ))}
      <line className="axis" x1={frame.left} x2={right} y1={bottom} y2={bottom} />
    </g>
  );
}

function Markers({ markers, frame }: Pick<PlotProps, 'markers' | 'frame'>): ReactNode {
  const y = frame.top - 16;
  return (
    <g>
      {markers.map(({ x, severity, alerts }) => (
        <g key={x} className="marker" data-alerts={alerts.length}>
          <line className="marker-line" x1={x} x2={x} y1={y + 9} y2={frame.height - frame.bottom} />
          <g transform={`translate(${x},${y})`}>
            <SeverityMark severity={severity} />
          </g>
          {alerts.length > 1 && (
            <text className="marker-count" x={x + 10} y={y} dy="0.35em">
              {alerts.length}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Crosshair({
  geometry,
  frame,
  row,
  placed,
}: Pick<PlotProps, 'geometry' | 'frame' | 'placed'> & { readonly row: Row }): ReactNode {
  const x = geometry.x(row.at);
  const bottom = frame.height - frame.bottom;
  return (
    <g>
      {placed && <line className="crosshair" x1={x} x2={x} y1={frame.top} y2={bottom} />}
      {placed && <circle className="dot dot-pace" cx={x} cy={geometry.y(row.paceE18)} r="3.5" />}
      {row.countedE18 !== null && (
        <circle className="dot dot-counted" cx={x} cy={geometry.y(row.countedE18)} r="4.5" />
      )}
    </g>
  );
}

/** Ticks are chosen by the scale, so they are round numbers, not figures of the ledger. */
function tickText(value: number): string {
  return compact(parseE18(value.toFixed(6))).replace(/\.0+(?= |$)/, '');
}
