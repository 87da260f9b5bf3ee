import { decider } from '@app/event-store/testing';
import { apiKeyDecider, type IssueApiKey } from './api-key.decider.js';
import { ApiKeyExistsError, ApiKeyNotFoundError, KeyExpiryInvalidError } from './api-key.errors.js';

const key = {
  keyId: 'k1',
  name: 'exporter',
  principal: 'billing',
  roles: ['ingest'],
  environment: 'test',
  sourcePrefixes: ['exporter/'],
  digest: 'ab',
  expiresAt: '2028-01-01T00:00:00Z',
} as const;
const issue: IssueApiKey = { ...key, type: 'IssueApiKey', now: '2027-01-01T00:00:00Z' };
const issued = { ...key, type: 'ApiKeyIssued' } as const;

describe('api key', () => {
  it('is issued with all that was asked for, without the time of asking', () => {
    decider(apiKeyDecider).given().when(issue).then(issued);
  });

  it('stays as it is when the same key is issued again', () => {
    decider(apiKeyDecider).given(issued).when(issue).then();
  });

  it('is not replaced by another of its id', () => {
    decider(apiKeyDecider)
      .given(issued)
      .when({ ...issue, digest: 'cd' })
      .thenThrows(ApiKeyExistsError);
  });

  it.each(['2027-01-01T00:00:00Z', '2026-12-31T23:59:59Z', '2037-02-01T00:00:00Z'])(
    'does not expire at %s',
    (expiresAt) => {
      decider(apiKeyDecider)
        .given()
        .when({ ...issue, expiresAt })
        .thenThrows(KeyExpiryInvalidError);
    },
  );

  it('is revoked once', () => {
    const revoked = { type: 'ApiKeyRevoked', keyId: 'k1' } as const;
    const revoke = { type: 'RevokeApiKey', keyId: 'k1' } as const;
    decider(apiKeyDecider).given(issued).when(revoke).then(revoked);
    decider(apiKeyDecider).given(issued, revoked).when(revoke).then();
  });

  it('must exist to be revoked', () => {
    decider(apiKeyDecider)
      .given()
      .when({ type: 'RevokeApiKey', keyId: 'k2' })
      .thenThrows(ApiKeyNotFoundError);
  });
});
