import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { type AlertList, type CommitmentSummary, type Position, type Series } from './answers.js';
import { useApi } from './api-context.js';
import { bodyOf } from './client.js';

const ALERTS_SHOWN = 100;

/** What a panel asks for: a commitment as known at a moment (undefined: now). */
export interface Subject {
  readonly commitmentId: string;
  readonly asOf: string | undefined;
}

/** Days and interval of a burn-up; without them the whole term day by day. */
export interface SeriesWindow {
  readonly from?: string;
  readonly to?: string;
  readonly interval?: 'P1D' | 'P7D';
}

export function useCommitments(
  asOf: string | undefined,
): UseQueryResult<readonly CommitmentSummary[]> {
  const api = useApi();
  return useQuery({
    queryKey: ['commitments', asOf],
    queryFn: async ({ signal }) => {
      const query = { ...clock(asOf) };
      return bodyOf(await api.GET('/v1/commitments', { params: { query }, signal })).data;
    },
    placeholderData: keepPreviousData,
  });
}

export function usePosition({ commitmentId, asOf }: Subject): UseQueryResult<Position> {
  const api = useApi();
  return useQuery({
    queryKey: ['position', commitmentId, asOf],
    queryFn: async ({ signal }) => {
      const params = { path: { commitmentId }, query: { ...clock(asOf) } };
      return bodyOf(await api.GET('/v1/commitments/{commitmentId}/position', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useSeries(
  { commitmentId, asOf }: Subject,
  window: SeriesWindow,
  enabled: boolean,
): UseQueryResult<Series> {
  const api = useApi();
  return useQuery({
    queryKey: ['series', commitmentId, asOf, window],
    enabled,
    queryFn: async ({ signal }) => {
      const query = { ...window, cumulative: 'true' as const, ...clock(asOf) };
      const params = { path: { commitmentId }, query };
      return bodyOf(await api.GET('/v1/commitments/{commitmentId}/series', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function useAlerts(commitmentId: string): UseQueryResult<AlertList> {
  const api = useApi();
  return useQuery({
    queryKey: ['alerts', commitmentId],
    queryFn: async ({ signal }) => {
      const query = { 'filter[commitmentId]': commitmentId, limit: ALERTS_SHOWN };
      return bodyOf(await api.GET('/v1/alerts', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

function clock(asOf: string | undefined): { asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}
