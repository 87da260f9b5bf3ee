import { type ReactNode } from 'react';

import { type Gauge } from './tile.js';

/** A bar of thousandths; a mark shows where the pace should be. The figures beside it say the same. */
export function GaugeBar({ gauge }: { readonly gauge: Gauge }): ReactNode {
  return (
    <svg className="gauge" viewBox="0 0 1000 8" preserveAspectRatio="none">
      <rect className="gauge-rail" width="1000" height="8" />
      <rect className="gauge-fill" width={gauge.filled} height="8" />
      {gauge.mark !== undefined && (
        <rect className="gauge-mark" x={gauge.mark} width="6" height="8" />
      )}
    </svg>
  );
}
