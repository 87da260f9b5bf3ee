import { type ReactNode } from 'react';

import { lastDayOf, shortDay } from '../format/date.js';
import { cellOf, readingsOf } from './reading.js';
import { type Row } from './rows.js';

/** The burn-up as a table in minor units; the exact amount stands in each title. */
export function BurnUpTable({
  rows,
  currency,
}: {
  readonly rows: readonly Row[];
  readonly currency: string;
}): ReactNode {
  return (
    <div className="table-frame" role="region" aria-label="Burn-up as a table" tabIndex={0}>
      <table>
        <caption>Running totals of the term at the end of each interval, {currency}</caption>
        <thead>
          <tr>
            <th scope="col">Through</th>
            <th scope="col">Counted</th>
            <th scope="col">Straight pace</th>
            <th scope="col">Against pace</th>
            <th scope="col">Minimum</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.point.day}>
              <th scope="row">{shortDay(lastDayOf(row.point.end))}</th>
              {readingsOf(row, currency).map(({ key, exact }) => (
                <td key={key} title={exact}>
                  {cellOf(row, key, currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
