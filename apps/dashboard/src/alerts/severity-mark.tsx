import { type ReactNode } from 'react';

import { type Alert } from '../api/answers.js';

const SHAPES: Readonly<Record<Alert['severity'], string>> = {
  // Told apart by shape, so that they survive greyscale: dot, square, diamond, triangle, octagon.
  info: 'M0-4A4 4 0 1 0 0 4A4 4 0 1 0 0-4Z',
  low: 'M-4-4H4V4H-4Z',
  medium: 'M0-6L6 0L0 6L-6 0Z',
  high: 'M0-6L6.5 5H-6.5Z',
  critical: 'M-2.7-6.5H2.7L6.5-2.7V2.7L2.7 6.5H-2.7L-6.5 2.7V-2.7Z',
};

/** The symbol of a severity, centred on 0,0, at most 14 units wide. */
export function SeverityMark({ severity }: { readonly severity: Alert['severity'] }): ReactNode {
  return <path className={`severity severity-${severity}`} d={SHAPES[severity]} />;
}
