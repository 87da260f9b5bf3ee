import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';

import { type Alert, type AlertList } from '../api/answers.js';
import { Empty } from '../panel/empty.js';
import { Panel } from '../panel/panel.js';
import {
  historyInWords,
  inOrder,
  isActive,
  kindInWords,
  raisedBy,
  STATUS_OF_ALERT,
} from './alert-words.js';
import { SeverityMark } from './severity-mark.js';

/** What the rules of the commitment have found, what needs somebody first. */
export function AlertsPanel({
  query,
  asOf,
}: {
  readonly query: UseQueryResult<AlertList>;
  readonly asOf: string | undefined;
}): ReactNode {
  return (
    <Panel name="alerts" title="Alerts" query={query} metaOf={(list) => list.meta}>
      {(list) => <Alerts alerts={inOrder(raisedBy(list.data, asOf))} past={asOf !== undefined} />}
    </Panel>
  );
}

function Alerts({
  alerts,
  past,
}: {
  readonly alerts: readonly Alert[];
  readonly past: boolean;
}): ReactNode {
  if (alerts.length === 0) {
    return (
      <Empty command="ledger emit --days 60">
        No rule has found anything. Each is judged as usage comes in; to send some:
      </Empty>
    );
  }
  return (
    <>
      {past && <p className="remark">Raised by then; each shows its state of today.</p>}
      <ol className="alerts">
        {alerts.map((alert) => (
          <AlertItem key={alert.alertId} alert={alert} />
        ))}
      </ol>
    </>
  );
}

function AlertItem({ alert }: { readonly alert: Alert }): ReactNode {
  return (
    <li className="alert" data-active={isActive(alert)} data-alert={alert.alertId}>
      <svg className="alert-mark" viewBox="-8 -8 16 16" aria-hidden="true">
        <SeverityMark severity={alert.severity} />
      </svg>
      <div>
        <p className="alert-summary">{alert.summary}</p>
        <p className="alert-note">
          {kindInWords(alert.kind)}, {alert.severity} · {historyInWords(alert)}
        </p>
      </div>
      <span className="pill">{STATUS_OF_ALERT[alert.status]}</span>
    </li>
  );
}
