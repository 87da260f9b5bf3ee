import { type ReactNode, useEffect } from 'react';

import { useCommitments } from './api/queries.js';
import { useLive } from './live/use-live.js';
import { Overview } from './overview.js';
import { Empty } from './panel/empty.js';
import { Failure } from './panel/failure.js';
import { Masthead } from './view/masthead.js';
import { PastBar } from './view/past-bar.js';
import { useView } from './view/use-view.js';

/** The page of a signed-in person: masthead, the bar of the past, and the overview. */
export function Page({
  apiKey,
  baseUrl,
}: {
  readonly apiKey: string;
  readonly baseUrl: string;
}): ReactNode {
  const { view, show } = useView();
  const { asOf } = view;
  const commitments = useCommitments(asOf);
  const live = useLive(asOf === undefined ? apiKey : undefined, baseUrl);
  const chosen = view.commitment ?? commitments.data?.[0]?.commitmentId;
  useEffect(() => {
    document.title = chosen === undefined ? 'Commitment Ledger' : `${chosen} · Commitment Ledger`;
  }, [chosen]);
  return (
    <>
      <Masthead
        commitments={commitments.data ?? []}
        chosen={chosen}
        view={view}
        live={asOf === undefined ? live : 'past'}
        onShow={show}
      />
      {asOf !== undefined && <PastBar asOf={asOf} view={view} onShow={show} />}
      <main>
        {chosen !== undefined && <Overview commitmentId={chosen} view={view} onShow={show} />}
        {chosen === undefined && commitments.isError && (
          <Failure error={commitments.error} onRetry={() => void commitments.refetch()} />
        )}
        {chosen === undefined && commitments.isSuccess && (
          <Empty command={SIGN}>No commitment is signed yet. Sign a contract:</Empty>
        )}
      </main>
    </>
  );
}

const SIGN = `curl -H "authorization: Bearer $KEY" -H 'content-type: application/json' \\
  --data @contract.json ${document.baseURI.replace(/[?#].*$/, '')}v1/contracts`;
