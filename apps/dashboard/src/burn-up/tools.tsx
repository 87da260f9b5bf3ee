import { type ReactNode } from 'react';

import { type View } from '../view/view.js';

const RANGES: readonly (readonly [View['range'], string])[] = [
  ['year', 'This year'],
  ['term', 'Whole term'],
];

interface ToolsProps {
  readonly range: View['range'];
  readonly onRange: (range: View['range']) => void;
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
  readonly onCsv: () => void;
}

export function Tools({ range, onRange, asTable, onAsTable, onCsv }: ToolsProps): ReactNode {
  return (
    <>
      <div className="switch" role="group" aria-label="Range">
        {RANGES.map(([value, label]) => (
          <button
            key={value}
            type="button"
            aria-pressed={range === value}
            onClick={() => {
              onRange(value);
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="button"
        aria-pressed={asTable}
        onClick={() => {
          onAsTable(!asTable);
        }}
      >
        View as {asTable ? 'chart' : 'table'}
      </button>
      <button type="button" className="button" onClick={onCsv}>
        CSV
      </button>
    </>
  );
}
