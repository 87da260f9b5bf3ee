import { type ReactNode } from 'react';

import { AlertsPanel } from './alerts/alerts-panel.js';
import { raisedBy } from './alerts/alert-words.js';
import { useAlerts, usePosition, useSeries } from './api/queries.js';
import { BurnUpPanel } from './burn-up/burn-up-panel.js';
import { windowOf } from './burn-up/window.js';
import { StatusPanel } from './status/status-panel.js';
import { TilesPanel } from './tiles/tiles-panel.js';
import { type View } from './view/view.js';

/** Status, six figures, burn-up and alerts of one commitment. */
export function Overview({
  commitmentId,
  view,
  onShow,
}: {
  readonly commitmentId: string;
  readonly view: View;
  readonly onShow: (view: View) => void;
}): ReactNode {
  const { asOf, range } = view;
  const subject = { commitmentId, asOf };
  const position = usePosition(subject);
  const alerts = useAlerts(commitmentId);
  // Without a position the burn-up still comes, over the whole term.
  const window = position.data === undefined ? {} : windowOf(position.data, range);
  const series = useSeries(subject, window, !position.isPending);
  return (
    <>
      <StatusPanel query={position} />
      <TilesPanel query={position} />
      <BurnUpPanel
        query={series}
        position={position.data}
        alerts={raisedBy(alerts.data?.data ?? [], asOf)}
        range={range}
        onRange={(next) => {
          onShow({ ...view, range: next });
        }}
      />
      <AlertsPanel query={alerts} asOf={asOf} />
    </>
  );
}
