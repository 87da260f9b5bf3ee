import {
  type Alert,
  type AlertList,
  type CommitmentList,
  type CommitmentSummary,
  type Meta,
  type PositionAnswer,
  type Problem,
  type SeriesAnswer,
} from '@app/wire';

/** The schemas that the page reads, by their names in the OpenAPI document. */
export interface components {
  schemas: {
    Alert: Alert;
    AlertList: AlertList;
    CommitmentSummary: CommitmentSummary;
    Meta: Meta;
    PositionAnswer: PositionAnswer;
    Problem: Problem;
    SeriesAnswer: SeriesAnswer;
  };
}

interface Get<Query, Answer, Path = undefined> {
  get: {
    parameters: { query?: Query; path?: Path };
    responses: {
      200: { content: { 'application/json': Answer } };
      default: { content: { 'application/problem+json': Problem } };
    };
  };
}

interface AsOf {
  asOf?: string;
}

/** The routes that the page asks, in the form of openapi-typescript. */
export interface paths {
  '/v1/commitments': Get<AsOf, CommitmentList>;
  '/v1/commitments/{commitmentId}/position': Get<AsOf, PositionAnswer, { commitmentId: string }>;
  '/v1/commitments/{commitmentId}/series': Get<
    AsOf & { interval?: 'P1D' | 'P7D'; cumulative?: 'true'; from?: string; to?: string },
    SeriesAnswer,
    { commitmentId: string }
  >;
  '/v1/alerts': Get<{ 'filter[commitmentId]'?: string; limit?: number }, AlertList>;
}
