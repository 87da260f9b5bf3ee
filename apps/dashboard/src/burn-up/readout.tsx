import { parseE18 } from '@app/money';
import { type ReactNode } from 'react';

import { type Alert } from '../api/answers.js';
import { compact, exact } from '../format/figure.js';
import { Figure } from '../format/figure-view.js';
import { type Projection } from './geometry.js';
import { type Reading, readingsOf, throughOf } from './reading.js';
import { type Row } from './rows.js';

/** The values at the crosshair, or of the newest complete day; its swatches are the legend. */
export function Readout({
  row,
  currency,
  projection,
  alerts,
}: {
  readonly row: Row | undefined;
  readonly currency: string;
  /** The run rate carried on; does not move with the crosshair. */
  readonly projection: Projection | undefined;
  readonly alerts: readonly Alert[];
}): ReactNode {
  if (row === undefined) return <div className="readout" />;
  return (
    <div className="readout" data-through={row.point.end}>
      <dl>
        <div>
          <dt>Through</dt>
          <dd>{throughOf(row)}</dd>
        </div>
        {readingsOf(row, currency).map(({ key, label, ...value }) => (
          <div key={key} data-reading={key}>
            <dt>
              <Swatch kind={key} />
              {label}
            </dt>
            <dd>
              <Figure exact={value.exact}>{value.text}</Figure>
            </dd>
          </div>
        ))}
        {projection !== undefined && (
          <div data-reading="projected">
            <dt>
              <Swatch kind="projection" />
              Year at this rate
            </dt>
            <dd>
              <Figure exact={exact(projection.amount, currency)}>
                {compact(parseE18(projection.amount))}
              </Figure>
            </dd>
          </div>
        )}
      </dl>
      <p className="readout-alerts">{alerts.map(({ summary }) => summary).join(' · ')}</p>
    </div>
  );
}

function Swatch({ kind }: { readonly kind: Reading['key'] | 'projection' }): ReactNode {
  if (kind === 'variance') return null;
  return (
    <svg className="swatch" viewBox="0 0 18 8" aria-hidden="true">
      <path className={`line-${kind}`} d={kind === 'minimum' ? 'M0 6H9V2H18' : 'M0 4H18'} />
    </svg>
  );
}
